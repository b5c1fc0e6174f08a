/** iam:DeleteRolePermissionsBoundary: takes the cap off. */
import { iam, operation } from '../api.ts'
import { currentBoundary } from '../checks/contextKeys.ts'
import { roleCheck } from '../checks/principalCheck.ts'
import { editableRole } from '../lookup/existingRole.ts'
import { nameKey, roles, scopeOf } from '../state.ts'

export const deleteRolePermissionsBoundary = operation(iam.DeleteRolePermissionsBoundary, {
  access: 'write',
  authorize: roleCheck('iam:DeleteRolePermissionsBoundary', currentBoundary),

  /** [inf] Of one that has no boundary there is nothing to refuse. */
  async handle({ input, caller, store }) {
    const role = await editableRole(store, caller, input.RoleName)
    const scope = scopeOf(caller.accountId)
    await store.put(roles, scope, nameKey(role.name), { ...role, permissionsBoundary: undefined })
  },
})
