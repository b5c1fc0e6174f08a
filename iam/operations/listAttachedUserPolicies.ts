/** iam:ListAttachedUserPolicies: the managed policies of a user. */
import { iam, operation } from '../api.ts'
import { userCheck } from '../checks/principalCheck.ts'
import { existingUser } from '../lookup/existingUser.ts'
import { attachedPolicyPage } from '../views/attachedPolicyPage.ts'

export const listAttachedUserPolicies = operation(iam.ListAttachedUserPolicies, {
  access: 'read',
  authorize: userCheck('iam:ListAttachedUserPolicies'),

  async handle({ input, caller, store }) {
    const user = await existingUser(store, caller.accountId, input.UserName)
    return attachedPolicyPage(user, input)
  },
})
