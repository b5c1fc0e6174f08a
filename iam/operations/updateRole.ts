/** iam:UpdateRole: description and longest session. */
import { iam, operation } from '../api.ts'
import { currentBoundary } from '../checks/contextKeys.ts'
import { roleCheck } from '../checks/principalCheck.ts'
import { existingRole } from '../lookup/existingRole.ts'
import type { UpdateRoleRequest } from '../model/shapes.ts'
import { refuseProtectedRole } from '../rules/protectedEntities.ts'
import { nameKey, type Role, roles, scopeOf } from '../state.ts'

export const updateRole = operation(iam.UpdateRole, {
  access: 'write',
  authorize: roleCheck('iam:UpdateRole', currentBoundary),

  async handle({ input, caller, store }) {
    const role = await existingRole(store, caller.accountId, input.RoleName)
    if (!isDescriptionOfLinkedRole(role, input)) refuseProtectedRole(role, caller)
    const { Description, MaxSessionDuration } = input
    await store.put(roles, scopeOf(caller.accountId), nameKey(role.name), {
      ...role,
      description: Description ?? role.description,
      maxSessionDuration: MaxSessionDuration ?? role.maxSessionDuration,
    })
    return {}
  },
})

/** The one thing that an account may change of a service-linked role. */
const isDescriptionOfLinkedRole = (
  { linkedService }: Role,
  { MaxSessionDuration }: UpdateRoleRequest,
): boolean => linkedService !== undefined && MaxSessionDuration === undefined
