/** iam:ListPolicies: the account's own policies, then AWS's, in pages. */
import type { Reader } from '#kernel/store/store.ts'
import { iam, operation } from '../api.ts'
import { listCheck } from '../checks/listCheck.ts'
import { type PolicyUse, policyUses, unused } from '../lookup/policyUses.ts'
import type { ListPoliciesRequest } from '../model/shapes.ts'
import { pageOf } from '../page.ts'
import { managedPolicies } from '../policy/managed/index.ts'
import type { ManagedPolicy } from '../policy/managed/managedPolicy.ts'
import { type CustomerPolicy, customerPolicies, nameKey, scopeOf } from '../state.ts'
import { listedPolicy } from '../views/policyView.ts'

type AnyPolicy = CustomerPolicy | ManagedPolicy

export const listPolicies = operation(iam.ListPolicies, {
  access: 'read',
  authorize: listCheck('iam:ListPolicies'),

  async handle({ input, caller: { accountId }, store }) {
    const uses = await policyUses(store, accountId)
    const useOf = ({ arn }: AnyPolicy) => uses.get(arn) ?? unused
    const policies = await policiesIn(store, accountId, input)
    const asked = policies.filter((policy) => isAsked(policy, useOf(policy), input))
    const { items, position } = pageOf(asked, keyOf, input)
    return { Policies: items.map((policy) => listedPolicy(policy, useOf(policy))), ...position }
  },
})

async function policiesIn(
  read: Reader,
  account: string,
  { Scope = 'All' }: ListPoliciesRequest,
): Promise<readonly AnyPolicy[]> {
  const own = Scope === 'AWS' ? [] : await read.list(customerPolicies, scopeOf(account))
  const managed = Scope === 'Local' ? [] : managedPolicies.values()
  return [...own.map(({ value }) => value), ...managed]
}

function isAsked(
  { path }: AnyPolicy,
  { attached, boundary }: PolicyUse,
  { PathPrefix = '/', OnlyAttached, PolicyUsageFilter }: ListPoliciesRequest,
): boolean {
  const counted = PolicyUsageFilter === 'PermissionsBoundary' ? boundary : attached
  const mustBeUsed = OnlyAttached === true || PolicyUsageFilter !== undefined
  return path.startsWith(PathPrefix) && (!mustBeUsed || counted > 0)
}

/** One's own come first. */
const keyOf = (policy: AnyPolicy): string =>
  `${'versions' in policy ? 'Local' : 'aws'}/${nameKey(policy.name)}`
