/** Where a role is to be assumed, the resource's policy is its trust policy, and IAM itself holds it. */
import type { Reader } from '#kernel/store/store.ts'
import { principalTags } from '../checks/contextKeys.ts'
import { roleByArn } from '../lookup/principalByArn.ts'
import type { EvaluationInput } from '../policy/evaluationInput.ts'
import { currentTrustDocument } from '../trustPolicy.ts'

export interface Trust {
  readonly policy: Pick<EvaluationInput, 'resourcePolicy' | 'resourcePolicyKind'>
  /** `aws:ResourceTag/…` of the role: STS does not know it yet. */
  readonly context: Readonly<Record<string, string[]>>
}

const TRUST_ACTIONS: ReadonlySet<string> = new Set([
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
  'sts:setcontext',
  'sts:setsourceidentity',
  'sts:tagsession',
])

const ROLE_ARN = /^arn:aws:iam::[^:]*:role\//

export const asksForTrust = ({ action, resource }: { action: string; resource: string }): boolean =>
  TRUST_ACTIONS.has(action.toLowerCase()) && ROLE_ARN.test(resource)

/** A role that is not there trusts nobody: it is refused as one that trusts others would be. */
export async function trustOf(read: Reader, roleArn: string): Promise<Trust> {
  const role = await roleByArn(read, roleArn)
  if (role === undefined) return { policy: { resourcePolicyKind: 'trust' }, context: {} }
  const document = await currentTrustDocument(read, role.trustPolicy)
  return {
    policy: { resourcePolicyKind: 'trust', resourcePolicy: { name: TRUST_POLICY, document } },
    context: principalTags(role.tags),
  }
}

const TRUST_POLICY = 'AssumeRolePolicyDocument'
