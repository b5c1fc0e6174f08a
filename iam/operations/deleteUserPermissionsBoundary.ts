/** iam:DeleteUserPermissionsBoundary: takes the cap off. */
import { iam, operation } from '../api.ts'
import { currentBoundary } from '../checks/contextKeys.ts'
import { userCheck } from '../checks/principalCheck.ts'
import { existingUser } from '../lookup/existingUser.ts'
import { nameKey, scopeOf, users } from '../state.ts'

export const deleteUserPermissionsBoundary = operation(iam.DeleteUserPermissionsBoundary, {
  access: 'write',
  authorize: userCheck('iam:DeleteUserPermissionsBoundary', currentBoundary),

  /** [inf] Of one that has no boundary there is nothing to refuse. */
  async handle({ input, caller, store }) {
    const user = await existingUser(store, caller.accountId, input.UserName)
    const scope = scopeOf(caller.accountId)
    await store.put(users, scope, nameKey(user.name), { ...user, permissionsBoundary: undefined })
  },
})
