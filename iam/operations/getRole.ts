/** iam:GetRole: one role, its trust policy as it stands today, and its last use. */
import { iam, operation } from '../api.ts'
import { currentBoundary } from '../checks/contextKeys.ts'
import { roleCheck } from '../checks/principalCheck.ts'
import { existingRole } from '../lookup/existingRole.ts'
import { lastUseOf, roleView } from '../views/roleView.ts'

export const getRole = operation(iam.GetRole, {
  access: 'read',
  authorize: roleCheck('iam:GetRole', currentBoundary),

  async handle({ input, caller: { accountId }, store }) {
    const role = await existingRole(store, accountId, input.RoleName)
    const RoleLastUsed = await lastUseOf(store, accountId, role)
    return { Role: { ...(await roleView(store, role)), RoleLastUsed } }
  },
})
