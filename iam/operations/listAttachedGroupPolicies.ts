/** iam:ListAttachedGroupPolicies: the managed policies of a group. */
import { iam, operation } from '../api.ts'
import { groupCheck } from '../checks/principalCheck.ts'
import { existingGroup } from '../lookup/existingGroup.ts'
import { attachedPolicyPage } from '../views/attachedPolicyPage.ts'

export const listAttachedGroupPolicies = operation(iam.ListAttachedGroupPolicies, {
  access: 'read',
  authorize: groupCheck('iam:ListAttachedGroupPolicies'),

  async handle({ input, caller, store }) {
    const group = await existingGroup(store, caller.accountId, input.GroupName)
    return attachedPolicyPage(group, input)
  },
})
