/** iam:DeleteUser: only a user without groups, keys and policies can go. */
import { iam, operation } from '../api.ts'
import { userCheck } from '../checks/principalCheck.ts'
import { existingUser } from '../lookup/existingUser.ts'
import { refuseUserInUse } from '../rules/deleteConflicts.ts'
import { nameKey, renamedUsers, scopeOf, users } from '../state.ts'

export const deleteUser = operation(iam.DeleteUser, {
  access: 'write',
  authorize: userCheck('iam:DeleteUser'),

  async handle({ input, caller: { accountId }, store }) {
    const user = await existingUser(store, accountId, input.UserName)
    refuseUserInUse(user)
    const scope = scopeOf(accountId)
    await store.delete(users, scope, nameKey(user.name))
    await store.delete(renamedUsers, scope, user.id)
  },
})
