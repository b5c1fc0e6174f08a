/** All policies that come with the caller: of its user and the user's groups, or of its role, its boundary, and those that its session was made with. */
import type { Caller, Session } from '#kernel/hops/caller.ts'
import type { Reader } from '#kernel/store/store.ts'
import { groupsOf } from '../lookup/groupsOf.ts'
import { roleByArn } from '../lookup/principalByArn.ts'
import { userOnceAt } from '../lookup/userOnceAt.ts'
import type { EvaluationInput, PolicyDocument } from '../policy/evaluationInput.ts'
import type { Group, PolicyHolder, Principal, Role, User } from '../state.ts'
import { managedPolicyDocument } from './managedPolicyDocument.ts'

export type CallerPolicies = Pick<
  EvaluationInput,
  'identityPolicies' | 'boundary' | 'sessionPolicies' | 'isServiceLinkedRole'
>

export async function callerPolicies(read: Reader, caller: Caller): Promise<CallerPolicies> {
  const principal = await principalOf(read, caller)
  return {
    identityPolicies: principal ? await identityPolicies(read, caller.accountId, principal) : [],
    sessionPolicies: caller.session
      ? await sessionPolicies(read, caller.accountId, caller.session)
      : [],
    boundary: await boundaryOf(read, caller.accountId, principal),
    isServiceLinkedRole: principal !== undefined && isServiceLinked(principal),
  }
}

/** The user or role behind the caller, found by its name and held to its unique id. */
async function principalOf(read: Reader, caller: Caller): Promise<Principal | undefined> {
  const { type, session, arn, userId } = caller
  if (type === 'IAMUser') return userOnceAt(read, arn, userId)
  if (type !== 'AssumedRole' || session?.roleArn === undefined) return undefined
  return ifItself(await roleByArn(read, session.roleArn), session.roleId)
}

const ifItself = (found: Principal | undefined, id: string | undefined) =>
  found?.id === id ? found : undefined

const isServiceLinked = (principal: Principal): boolean =>
  (principal as Partial<Role>).linkedService !== undefined

async function identityPolicies(
  read: Reader,
  account: string,
  principal: Principal & Partial<Pick<User, 'groups'>>,
): Promise<readonly PolicyDocument[]> {
  const own = await policiesOf(read, account, principal)
  const { groups = [] } = principal
  if (groups.length === 0) return own
  const all = await Promise.all(
    (await groupsOf(read, account, groups)).map((group) => groupPolicies(read, account, group)),
  )
  return [...own, ...all.flat()]
}

async function policiesOf(
  read: Reader,
  account: string,
  { inlinePolicies, attachedPolicies }: PolicyHolder,
): Promise<readonly PolicyDocument[]> {
  return [...inlinePolicies, ...(await documents(read, account, attachedPolicies))]
}

async function groupPolicies(
  read: Reader,
  account: string,
  group: Group,
): Promise<readonly PolicyDocument[]> {
  const policies = await policiesOf(read, account, group)
  return policies.map((policy) => ({ ...policy, group: group.name }))
}

async function boundaryOf(
  read: Reader,
  account: string,
  principal: Principal | undefined,
): Promise<PolicyDocument | undefined> {
  const arn = principal?.permissionsBoundary
  return arn === undefined ? undefined : (await documents(read, account, [arn]))[0]
}

async function sessionPolicies(
  read: Reader,
  account: string,
  { policy, policyArns }: Session,
): Promise<readonly PolicyDocument[]> {
  const inline = policy === undefined ? [] : [{ name: 'Policy', document: policy }]
  return [...inline, ...(await documents(read, account, policyArns))]
}

const documents = (read: Reader, account: string, arns: readonly string[]) =>
  Promise.all(
    arns.map(async (arn) => (await managedPolicyDocument(read, account, arn)) ?? deleted(arn)),
  )

/** INVARIANT: a policy that is gone grants nothing and still narrows: a session must not widen as its policy is deleted. */
const deleted = (arn: string): PolicyDocument => ({
  name: arn.slice(arn.lastIndexOf('/') + 1),
  arn,
  document: GRANTS_NOTHING,
})

const GRANTS_NOTHING = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', NotAction: '*', Resource: '*' }],
})
