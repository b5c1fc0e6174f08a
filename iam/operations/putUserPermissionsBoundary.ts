/** iam:PutUserPermissionsBoundary: caps what a user can do with any policy. */
import { iam, operation } from '../api.ts'
import { requestedBoundary } from '../checks/contextKeys.ts'
import { userCheck } from '../checks/principalCheck.ts'
import { existingUser } from '../lookup/existingUser.ts'
import { requireBoundary } from '../lookup/usablePolicy.ts'
import { nameKey, scopeOf, users } from '../state.ts'

export const putUserPermissionsBoundary = operation(iam.PutUserPermissionsBoundary, {
  access: 'write',
  authorize: userCheck('iam:PutUserPermissionsBoundary', requestedBoundary),

  async handle({ input, caller, store }) {
    const user = await existingUser(store, caller.accountId, input.UserName)
    const { PermissionsBoundary: permissionsBoundary } = input
    await requireBoundary(store, caller.accountId, permissionsBoundary)
    const scope = scopeOf(caller.accountId)
    await store.put(users, scope, nameKey(user.name), { ...user, permissionsBoundary })
  },
})
