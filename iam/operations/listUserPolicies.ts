/** iam:ListUserPolicies: the names of a user's inline policies. */
import { iam, operation } from '../api.ts'
import { userCheck } from '../checks/principalCheck.ts'
import { existingUser } from '../lookup/existingUser.ts'
import { inlinePolicyPage } from '../views/inlinePolicyPage.ts'

export const listUserPolicies = operation(iam.ListUserPolicies, {
  access: 'read',
  authorize: userCheck('iam:ListUserPolicies'),

  async handle({ input, caller, store }) {
    const user = await existingUser(store, caller.accountId, input.UserName)
    return inlinePolicyPage(user, input)
  },
})
