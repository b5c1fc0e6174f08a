/** Managed policies of a user, group or role: attached twice is attached once, and there are at most ten. */
import { policyNotFound, quotaExceeded } from '../errors.ts'
import { quotas } from '../quotas.ts'
import type { PolicyHolder } from '../state.ts'

export function attached(
  { attachedPolicies }: PolicyHolder,
  arn: string,
  quota: 'PoliciesPerUser' | 'PoliciesPerGroup' | 'PoliciesPerRole',
): readonly string[] {
  if (attachedPolicies.includes(arn)) return attachedPolicies
  if (attachedPolicies.length >= quotas.attachedPolicies)
    throw quotaExceeded(quota, quotas.attachedPolicies)
  return [...attachedPolicies, arn]
}

export function detached({ attachedPolicies }: PolicyHolder, arn: string): readonly string[] {
  if (!attachedPolicies.includes(arn)) throw policyNotFound(arn)
  return attachedPolicies.filter((other) => other !== arn)
}
