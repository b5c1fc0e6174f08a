/** Four or five segments are neither a whole ARN nor one that a last `*` completes. */
import { malformedPolicy } from '../malformedPolicy.ts'
import type { Check } from './check.ts'
import { isPartition, resourceArns } from './resourceArns.ts'

export const resourceLength: Check = (policy, kind) => {
  for (const resource of resourceArns(policy)) {
    const [, partition, vendor, ...rest] = resource.split(':')
    if (!isPartition(partition)) continue
    const isCut = rest.length > 0 && rest.length < 3 && !resource.endsWith('*')
    if (vendor === '' || isCut) throw malformedPolicy('resourceTooShort', kind, resource)
  }
}
