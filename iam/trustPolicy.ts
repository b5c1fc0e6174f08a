/** Trust policies as they are written and as they read today: whom they name was settled in between. */
import type { Reader } from '#kernel/store/store.ts'
import { quotaExceeded } from './errors.ts'
import { currentDocument, namedPrincipals } from './namedPrincipals.ts'
import { parsePolicy } from './policy/parsePolicy.ts'
import { policySize, quotas } from './quotas.ts'
import type { TrustPolicy } from './state.ts'

/** Throws `MalformedPolicyDocument` where the text is no trust policy, or names a user or role that is not there. */
export async function writtenTrustPolicy(
  read: Reader,
  document: string,
  account: string,
): Promise<TrustPolicy> {
  parsePolicy(document, 'trust')
  if (policySize(document) > quotas.trustPolicy)
    throw quotaExceeded('ACLSizePerRole', quotas.trustPolicy)
  return { document, principals: await namedPrincipals(read, document, 'trust', account) }
}

/** The text as it stands today: ARNs of those who are still there, unique ids of those who are not. */
export const currentTrustDocument = (read: Reader, policy: TrustPolicy): Promise<string> =>
  currentDocument(read, policy)
