/** iam:UpdateRoleDescription: what a role is for; of a service-linked role too. UpdateRole does the same, and more. */
import { iam, operation } from '../api.ts'
import { currentBoundary } from '../checks/contextKeys.ts'
import { roleCheck } from '../checks/principalCheck.ts'
import { existingRole } from '../lookup/existingRole.ts'
import { refuseProtectedRole } from '../rules/protectedEntities.ts'
import { nameKey, roles, scopeOf } from '../state.ts'
import { roleView } from '../views/roleView.ts'

export const updateRoleDescription = operation(iam.UpdateRoleDescription, {
  access: 'write',
  authorize: roleCheck('iam:UpdateRoleDescription', currentBoundary),

  async handle({ input: { RoleName, Description: description }, caller, store }) {
    const role = await existingRole(store, caller.accountId, RoleName)
    if (role.linkedService === undefined) refuseProtectedRole(role, caller)
    const described = { ...role, description }
    await store.put(roles, scopeOf(caller.accountId), nameKey(role.name), described)
    return { Role: await roleView(store, described) }
  },
})
