/** iam:GetRolePolicy: one inline policy of a role. */
import { iam, operation } from '../api.ts'
import { roleCheck } from '../checks/principalCheck.ts'
import { existingRole } from '../lookup/existingRole.ts'
import { inlinePolicyNamed } from '../rules/inlinePolicies.ts'
import { encodedDocument } from '../views/encodedDocument.ts'

export const getRolePolicy = operation(iam.GetRolePolicy, {
  access: 'read',
  authorize: roleCheck('iam:GetRolePolicy'),

  async handle({ input, caller, store }) {
    const role = await existingRole(store, caller.accountId, input.RoleName)
    const { name, document } = inlinePolicyNamed(role, input.PolicyName, 'role')
    return {
      RoleName: role.name,
      PolicyName: name,
      PolicyDocument: encodedDocument(document),
    }
  },
})
