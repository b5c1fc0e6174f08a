/** iam:ListGroupPolicies: the names of a group's inline policies. */
import { iam, operation } from '../api.ts'
import { groupCheck } from '../checks/principalCheck.ts'
import { existingGroup } from '../lookup/existingGroup.ts'
import { inlinePolicyPage } from '../views/inlinePolicyPage.ts'

export const listGroupPolicies = operation(iam.ListGroupPolicies, {
  access: 'read',
  authorize: groupCheck('iam:ListGroupPolicies'),

  async handle({ input, caller, store }) {
    const group = await existingGroup(store, caller.accountId, input.GroupName)
    return inlinePolicyPage(group, input)
  },
})
