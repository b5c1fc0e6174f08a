/** iam:DeleteRolePolicy: takes an inline policy out of a role. */
import { iam, operation } from '../api.ts'
import { currentBoundary } from '../checks/contextKeys.ts'
import { roleCheck } from '../checks/principalCheck.ts'
import { editableRole } from '../lookup/existingRole.ts'
import { withoutInlinePolicy } from '../rules/inlinePolicies.ts'
import { nameKey, roles, scopeOf } from '../state.ts'

export const deleteRolePolicy = operation(iam.DeleteRolePolicy, {
  access: 'write',
  authorize: roleCheck('iam:DeleteRolePolicy', currentBoundary),

  async handle({ input, caller, store }) {
    const role = await editableRole(store, caller, input.RoleName)
    const inlinePolicies = withoutInlinePolicy(role, input.PolicyName, 'role')
    const scope = scopeOf(caller.accountId)
    await store.put(roles, scope, nameKey(role.name), { ...role, inlinePolicies })
  },
})
