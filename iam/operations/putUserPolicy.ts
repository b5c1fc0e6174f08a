/** iam:PutUserPolicy: writes an inline policy into a user, over one of the same name. */
import { iam, operation } from '../api.ts'
import { currentBoundary } from '../checks/contextKeys.ts'
import { userCheck } from '../checks/principalCheck.ts'
import { existingUser } from '../lookup/existingUser.ts'
import { withInlinePolicy } from '../rules/inlinePolicies.ts'
import { nameKey, scopeOf, users } from '../state.ts'

export const putUserPolicy = operation(iam.PutUserPolicy, {
  access: 'write',
  authorize: userCheck('iam:PutUserPolicy', currentBoundary),

  async handle({ input, caller, store }) {
    const user = await existingUser(store, caller.accountId, input.UserName)
    const policy = { name: input.PolicyName, document: input.PolicyDocument }
    const inlinePolicies = withInlinePolicy(user, policy, 'user')
    const scope = scopeOf(caller.accountId)
    await store.put(users, scope, nameKey(user.name), { ...user, inlinePolicies })
  },
})
