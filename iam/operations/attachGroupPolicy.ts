/** iam:AttachGroupPolicy: gives a group a managed policy; its users have it from the next request on. */
import { iam, operation } from '../api.ts'
import { policyArn } from '../checks/contextKeys.ts'
import { groupCheck } from '../checks/principalCheck.ts'
import { existingGroup } from '../lookup/existingGroup.ts'
import { requireAttachable } from '../lookup/usablePolicy.ts'
import { attached } from '../rules/attachedPolicies.ts'
import { groups, nameKey, scopeOf } from '../state.ts'

export const attachGroupPolicy = operation(iam.AttachGroupPolicy, {
  access: 'write',
  authorize: groupCheck('iam:AttachGroupPolicy', policyArn),

  async handle({ input, caller, store }) {
    const group = await existingGroup(store, caller.accountId, input.GroupName)
    await requireAttachable(store, caller.accountId, input.PolicyArn)
    const attachedPolicies = attached(group, input.PolicyArn, 'PoliciesPerGroup')
    const scope = scopeOf(caller.accountId)
    await store.put(groups, scope, nameKey(group.name), { ...group, attachedPolicies })
  },
})
