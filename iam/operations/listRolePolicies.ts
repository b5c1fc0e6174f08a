/** iam:ListRolePolicies: the names of a role's inline policies. */
import { iam, operation } from '../api.ts'
import { roleCheck } from '../checks/principalCheck.ts'
import { existingRole } from '../lookup/existingRole.ts'
import { inlinePolicyPage } from '../views/inlinePolicyPage.ts'

export const listRolePolicies = operation(iam.ListRolePolicies, {
  access: 'read',
  authorize: roleCheck('iam:ListRolePolicies'),

  async handle({ input, caller, store }) {
    const role = await existingRole(store, caller.accountId, input.RoleName)
    return inlinePolicyPage(role, input)
  },
})
