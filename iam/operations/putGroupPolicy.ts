/** iam:PutGroupPolicy: writes an inline policy into a group, over one of the same name. */
import { iam, operation } from '../api.ts'
import { groupCheck } from '../checks/principalCheck.ts'
import { existingGroup } from '../lookup/existingGroup.ts'
import { withInlinePolicy } from '../rules/inlinePolicies.ts'
import { groups, nameKey, scopeOf } from '../state.ts'

export const putGroupPolicy = operation(iam.PutGroupPolicy, {
  access: 'write',
  authorize: groupCheck('iam:PutGroupPolicy'),

  async handle({ input, caller, store }) {
    const group = await existingGroup(store, caller.accountId, input.GroupName)
    const policy = { name: input.PolicyName, document: input.PolicyDocument }
    const inlinePolicies = withInlinePolicy(group, policy, 'group')
    const scope = scopeOf(caller.accountId)
    await store.put(groups, scope, nameKey(group.name), { ...group, inlinePolicies })
  },
})
