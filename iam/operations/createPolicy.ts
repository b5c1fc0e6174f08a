/** iam:CreatePolicy: a managed policy of the account, in its first version. */
import { makeUniqueId } from '#kernel/ids/uniqueId.ts'
import { iam, operation } from '../api.ts'
import { newEntityCheck } from '../checks/newEntityCheck.ts'
import { entityArn } from '../entityArn.ts'
import { policyExists } from '../errors.ts'
import { unused } from '../lookup/policyUses.ts'
import type { CreatePolicyRequest } from '../model/shapes.ts'
import { requireRoom } from '../rules/accountQuotas.ts'
import { checkedTags } from '../rules/checkedTags.ts'
import { checkManagedPolicy } from '../rules/checkManagedPolicy.ts'
import { type CustomerPolicy, customerPolicies, nameKey, scopeOf } from '../state.ts'
import { policyView } from '../views/policyView.ts'

const firstVersion = 'v1'

export const createPolicy = operation(iam.CreatePolicy, {
  access: 'write',

  authorize: newEntityCheck<CreatePolicyRequest>({
    type: 'policy',
    create: 'iam:CreatePolicy',
    tag: 'iam:TagPolicy',
    nameOf: ({ PolicyName }) => PolicyName,
  }),

  async handle({ input, caller: { accountId: account }, store, clock, ids }) {
    const { PolicyName: name, Path: path = '/', PolicyDocument: document } = input
    const scope = scopeOf(account)
    const now = clock.now()
    const tags = checkedTags(input.Tags)
    checkManagedPolicy(document)
    if (await store.get(customerPolicies, scope, nameKey(name))) throw policyExists(name)
    await requireRoom(store, account, customerPolicies, 'PoliciesPerAccount')
    const policy: CustomerPolicy = {
      id: makeUniqueId('ANPA', ids),
      name,
      path,
      arn: entityArn({ account, type: 'policy', path, name }),
      description: input.Description,
      createdAt: now,
      updatedAt: now,
      tags,
      defaultVersionId: firstVersion,
      versions: [{ id: firstVersion, document, createdAt: now }],
      versionsMade: 1,
    }
    await store.put(customerPolicies, scope, nameKey(name), policy)
    return { Policy: policyView(policy, unused) }
  },
})
