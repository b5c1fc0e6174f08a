/** iam:DeleteUser: only a user without keys and policies can go. */
import { iam, operation } from '../api.ts'
import { userCheck } from '../checks/principalCheck.ts'
import { mustDeleteAccessKeys, mustDeletePolicies, mustDetachPolicies } from '../errors.ts'
import { existingUser } from '../lookup/existingUser.ts'
import { nameKey, scopeOf, users } from '../state.ts'

export const deleteUser = operation(iam.DeleteUser, {
  access: 'write',
  authorize: userCheck('iam:DeleteUser'),

  async handle({ input, caller: { accountId }, store }) {
    const user = await existingUser(store, accountId, input.UserName)
    if (user.attachedPolicies.length > 0) throw mustDetachPolicies()
    if (user.inlinePolicies.length > 0) throw mustDeletePolicies()
    if (user.accessKeyIds.length > 0) throw mustDeleteAccessKeys()
    await store.delete(users, scopeOf(accountId), nameKey(user.name))
  },
})
