/** iam:PutRolePolicy: writes an inline policy into a role, over one of the same name. */
import { iam, operation } from '../api.ts'
import { currentBoundary } from '../checks/contextKeys.ts'
import { roleCheck } from '../checks/principalCheck.ts'
import { editableRole } from '../lookup/existingRole.ts'
import { withInlinePolicy } from '../rules/inlinePolicies.ts'
import { nameKey, roles, scopeOf } from '../state.ts'

export const putRolePolicy = operation(iam.PutRolePolicy, {
  access: 'write',
  authorize: roleCheck('iam:PutRolePolicy', currentBoundary),

  async handle({ input, caller, store }) {
    const role = await editableRole(store, caller, input.RoleName)
    const policy = { name: input.PolicyName, document: input.PolicyDocument }
    const inlinePolicies = withInlinePolicy(role, policy, 'role')
    const scope = scopeOf(caller.accountId)
    await store.put(roles, scope, nameKey(role.name), { ...role, inlinePolicies })
  },
})
