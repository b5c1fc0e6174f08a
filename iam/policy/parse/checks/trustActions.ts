/** A role can only be assumed: its trust policy speaks of STS and of nothing else. */
import { malformedPolicy } from '../malformedPolicy.ts'
import type { Check } from './check.ts'

export const trustActions: Check = ({ statements }, kind) => {
  if (kind !== 'trust') return
  const actions = statements.flatMap(({ action }) => action?.values ?? [])
  if (actions.some((action) => !action.toLowerCase().startsWith('sts:'))) {
    throw malformedPolicy('trustAction', kind)
  }
}
