/** iam:DeleteRole: only a role without policies can go. Its sessions go with it. */
import { iam, operation } from '../api.ts'
import { currentBoundary } from '../checks/contextKeys.ts'
import { roleCheck } from '../checks/principalCheck.ts'
import { mustDeletePolicies, mustDetachPolicies } from '../errors.ts'
import { editableRole } from '../lookup/existingRole.ts'
import { lastUses, nameKey, roles, scopeOf } from '../state.ts'

export const deleteRole = operation(iam.DeleteRole, {
  access: 'write',
  authorize: roleCheck('iam:DeleteRole', currentBoundary),

  async handle({ input, caller, store }) {
    const role = await editableRole(store, caller, input.RoleName)
    if (role.attachedPolicies.length > 0) throw mustDetachPolicies()
    if (role.inlinePolicies.length > 0) throw mustDeletePolicies()
    const scope = scopeOf(caller.accountId)
    await store.delete(roles, scope, nameKey(role.name))
    await store.delete(lastUses, scope, role.id)
  },
})
