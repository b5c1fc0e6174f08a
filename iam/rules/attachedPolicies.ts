/** Managed policies of a user or role: attached twice is attached once, and there are at most ten. */
import { policyNotFound, quotaExceeded } from '../errors.ts'
import { quotas } from '../quotas.ts'
import type { Principal } from '../state.ts'

export function attached(
  { attachedPolicies }: Principal,
  arn: string,
  quota: 'PoliciesPerUser' | 'PoliciesPerRole',
): readonly string[] {
  if (attachedPolicies.includes(arn)) return attachedPolicies
  if (attachedPolicies.length >= quotas.attachedPolicies)
    throw quotaExceeded(quota, quotas.attachedPolicies)
  return [...attachedPolicies, arn]
}

export function detached({ attachedPolicies }: Principal, arn: string): readonly string[] {
  if (!attachedPolicies.includes(arn)) throw policyNotFound(arn)
  return attachedPolicies.filter((other) => other !== arn)
}
