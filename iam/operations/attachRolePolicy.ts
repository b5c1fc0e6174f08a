/** iam:AttachRolePolicy: gives a role a managed policy; it has it from the next request on. */
import { iam, operation } from '../api.ts'
import { currentBoundary, policyArn } from '../checks/contextKeys.ts'
import { roleCheck } from '../checks/principalCheck.ts'
import { editableRole } from '../lookup/existingRole.ts'
import { requireAttachable } from '../lookup/usablePolicy.ts'
import { attached } from '../rules/attachedPolicies.ts'
import { nameKey, roles, scopeOf } from '../state.ts'

export const attachRolePolicy = operation(iam.AttachRolePolicy, {
  access: 'write',
  authorize: roleCheck('iam:AttachRolePolicy', currentBoundary, policyArn),

  async handle({ input, caller, store }) {
    const role = await editableRole(store, caller, input.RoleName)
    await requireAttachable(store, caller.accountId, input.PolicyArn)
    const attachedPolicies = attached(role, input.PolicyArn, 'PoliciesPerRole')
    const scope = scopeOf(caller.accountId)
    await store.put(roles, scope, nameKey(role.name), { ...role, attachedPolicies })
  },
})
