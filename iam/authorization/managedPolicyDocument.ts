/** The text in force of a managed policy: AWS's, or one of the account's own in its default version. */
import type { Reader } from '#kernel/store/store.ts'
import { customerPolicyByArn, defaultVersion } from '../lookup/customerPolicyByArn.ts'
import type { PolicyDocument } from '../policy/evaluationInput.ts'
import { managedPolicies } from '../policy/managed/index.ts'

/** Undefined where `account` has no such policy. */
export async function managedPolicyDocument(
  read: Reader,
  account: string,
  arn: string,
): Promise<PolicyDocument | undefined> {
  const managed = managedPolicies.get(arn)
  if (managed !== undefined) return { name: managed.name, arn, document: managed.document }
  const own = await customerPolicyByArn(read, account, arn)
  return own && { name: own.name, arn, document: defaultVersion(own).document }
}
