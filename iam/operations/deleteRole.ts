/** iam:DeleteRole: only a role without policies, in no instance profile, can go. Its sessions go with it. */
import { iam, operation } from '../api.ts'
import { currentBoundary } from '../checks/contextKeys.ts'
import { roleCheck } from '../checks/principalCheck.ts'
import { editableRole } from '../lookup/existingRole.ts'
import { refuseRoleInUse } from '../rules/deleteConflicts.ts'
import { lastUses, nameKey, roles, scopeOf } from '../state.ts'

export const deleteRole = operation(iam.DeleteRole, {
  access: 'write',
  authorize: roleCheck('iam:DeleteRole', currentBoundary),

  async handle({ input, caller, store }) {
    const role = await editableRole(store, caller, input.RoleName)
    await refuseRoleInUse(store, caller.accountId, role)
    const scope = scopeOf(caller.accountId)
    await store.delete(roles, scope, nameKey(role.name))
    await store.delete(lastUses, scope, role.id)
  },
})
