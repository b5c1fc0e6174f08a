/** iam:PutRolePermissionsBoundary: caps what a role can do with any policy. */
import { iam, operation } from '../api.ts'
import { requestedBoundary } from '../checks/contextKeys.ts'
import { roleCheck } from '../checks/principalCheck.ts'
import { editableRole } from '../lookup/existingRole.ts'
import { requireBoundary } from '../lookup/usablePolicy.ts'
import { nameKey, roles, scopeOf } from '../state.ts'

export const putRolePermissionsBoundary = operation(iam.PutRolePermissionsBoundary, {
  access: 'write',
  authorize: roleCheck('iam:PutRolePermissionsBoundary', requestedBoundary),

  async handle({ input, caller, store }) {
    const role = await editableRole(store, caller, input.RoleName)
    const { PermissionsBoundary: permissionsBoundary } = input
    await requireBoundary(store, caller.accountId, permissionsBoundary)
    const scope = scopeOf(caller.accountId)
    await store.put(roles, scope, nameKey(role.name), { ...role, permissionsBoundary })
  },
})
