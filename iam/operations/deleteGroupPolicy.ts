/** iam:DeleteGroupPolicy: takes an inline policy out of a group. */
import { iam, operation } from '../api.ts'
import { groupCheck } from '../checks/principalCheck.ts'
import { existingGroup } from '../lookup/existingGroup.ts'
import { withoutInlinePolicy } from '../rules/inlinePolicies.ts'
import { groups, nameKey, scopeOf } from '../state.ts'

export const deleteGroupPolicy = operation(iam.DeleteGroupPolicy, {
  access: 'write',
  authorize: groupCheck('iam:DeleteGroupPolicy'),

  async handle({ input, caller, store }) {
    const group = await existingGroup(store, caller.accountId, input.GroupName)
    const inlinePolicies = withoutInlinePolicy(group, input.PolicyName, 'group')
    const scope = scopeOf(caller.accountId)
    await store.put(groups, scope, nameKey(group.name), { ...group, inlinePolicies })
  },
})
