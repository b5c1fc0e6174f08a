/** The text of a managed policy, before it is kept: that of any policy of users and roles, and not too long. */
import { quotaExceeded } from '../errors.ts'
import { policySize, quotas } from '../quotas.ts'
import { checkIdentityPolicy } from './checkIdentityPolicy.ts'

/** Throws `MalformedPolicyDocument` or `LimitExceeded`. */
export function checkManagedPolicy(document: string): void {
  checkIdentityPolicy(document)
  if (policySize(document) > quotas.managedPolicy)
    throw quotaExceeded('PolicySize', quotas.managedPolicy)
}
