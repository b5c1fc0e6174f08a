/** iam:DeleteUserPolicy: takes an inline policy out of a user. */
import { iam, operation } from '../api.ts'
import { currentBoundary } from '../checks/contextKeys.ts'
import { userCheck } from '../checks/principalCheck.ts'
import { existingUser } from '../lookup/existingUser.ts'
import { withoutInlinePolicy } from '../rules/inlinePolicies.ts'
import { nameKey, scopeOf, users } from '../state.ts'

export const deleteUserPolicy = operation(iam.DeleteUserPolicy, {
  access: 'write',
  authorize: userCheck('iam:DeleteUserPolicy', currentBoundary),

  async handle({ input, caller, store }) {
    const user = await existingUser(store, caller.accountId, input.UserName)
    const inlinePolicies = withoutInlinePolicy(user, input.PolicyName, 'user')
    const scope = scopeOf(caller.accountId)
    await store.put(users, scope, nameKey(user.name), { ...user, inlinePolicies })
  },
})
