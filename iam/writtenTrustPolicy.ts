/** A role's trust policy as it is written: well-formed, not too long, and settled who it names. */
import type { Reader } from '#kernel/store/store.ts'
import { quotaExceeded } from './errors.ts'
import { parsePolicy } from './policy/parsePolicy.ts'
import { settledPolicy } from './policyPrincipals.ts'
import { policySize, quotas } from './quotas.ts'
import type { SettledPolicy } from './state.ts'

/** Throws `MalformedPolicyDocument` where the text is no trust policy, or names a user or role that is not there. */
export async function writtenTrustPolicy(
  read: Reader,
  account: string,
  document: string,
): Promise<SettledPolicy> {
  parsePolicy(document, 'trust')
  if (policySize(document) > quotas.trustPolicy)
    throw quotaExceeded('ACLSizePerRole', quotas.trustPolicy)
  return settledPolicy(document, { read, account, kind: 'trust' })
}
