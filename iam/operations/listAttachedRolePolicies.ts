/** iam:ListAttachedRolePolicies: the managed policies of a role. */
import { iam, operation } from '../api.ts'
import { roleCheck } from '../checks/principalCheck.ts'
import { existingRole } from '../lookup/existingRole.ts'
import { attachedPolicyPage } from '../views/attachedPolicyPage.ts'

export const listAttachedRolePolicies = operation(iam.ListAttachedRolePolicies, {
  access: 'read',
  authorize: roleCheck('iam:ListAttachedRolePolicies'),

  async handle({ input, caller, store }) {
    const role = await existingRole(store, caller.accountId, input.RoleName)
    return attachedPolicyPage(role, input)
  },
})
