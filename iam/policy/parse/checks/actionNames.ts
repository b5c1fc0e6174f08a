/** Actions are `*` or `service:Name`, with wildcards in the name. */
import type { PolicyKind } from '../../policy.ts'
import { malformedPolicy } from '../malformedPolicy.ts'
import type { Check } from './check.ts'

const VENDOR = /^([0-9A-Za-z.-]+|\*)$/

export const actionNames: Check = ({ statements }, kind) => {
  for (const action of statements.flatMap((statement) => statement.action?.values ?? [])) {
    if (action !== '*') checkAction(action, kind)
  }
}

function checkAction(action: string, kind: PolicyKind): void {
  const [vendor, ...rest] = action.split(':')
  if (vendor === undefined || rest.length === 0) {
    throw malformedPolicy('actionWithoutVendor', kind, action)
  }
  if (rest.length > 1) throw malformedPolicy('actionColons', kind, action)
  if (!VENDOR.test(vendor)) throw malformedPolicy('actionVendor', kind, vendor)
}
