/** iam:DetachUserPolicy: takes a managed policy from a user. */
import { iam, operation } from '../api.ts'
import { currentBoundary, policyArn } from '../checks/contextKeys.ts'
import { userCheck } from '../checks/principalCheck.ts'
import { existingUser } from '../lookup/existingUser.ts'
import { detached } from '../rules/attachedPolicies.ts'
import { nameKey, scopeOf, users } from '../state.ts'

export const detachUserPolicy = operation(iam.DetachUserPolicy, {
  access: 'write',
  authorize: userCheck('iam:DetachUserPolicy', currentBoundary, policyArn),

  async handle({ input, caller, store }) {
    const user = await existingUser(store, caller.accountId, input.UserName)
    const attachedPolicies = detached(user, input.PolicyArn)
    const scope = scopeOf(caller.accountId)
    await store.put(users, scope, nameKey(user.name), { ...user, attachedPolicies })
  },
})
