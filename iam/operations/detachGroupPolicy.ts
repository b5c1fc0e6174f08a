/** iam:DetachGroupPolicy: takes a managed policy from a group. */
import { iam, operation } from '../api.ts'
import { policyArn } from '../checks/contextKeys.ts'
import { groupCheck } from '../checks/principalCheck.ts'
import { existingGroup } from '../lookup/existingGroup.ts'
import { detached } from '../rules/attachedPolicies.ts'
import { groups, nameKey, scopeOf } from '../state.ts'

export const detachGroupPolicy = operation(iam.DetachGroupPolicy, {
  access: 'write',
  authorize: groupCheck('iam:DetachGroupPolicy', policyArn),

  async handle({ input, caller, store }) {
    const group = await existingGroup(store, caller.accountId, input.GroupName)
    const attachedPolicies = detached(group, input.PolicyArn)
    const scope = scopeOf(caller.accountId)
    await store.put(groups, scope, nameKey(group.name), { ...group, attachedPolicies })
  },
})
