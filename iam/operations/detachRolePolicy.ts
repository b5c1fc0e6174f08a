/** iam:DetachRolePolicy: takes a managed policy from a role. */
import { iam, operation } from '../api.ts'
import { currentBoundary, policyArn } from '../checks/contextKeys.ts'
import { roleCheck } from '../checks/principalCheck.ts'
import { editableRole } from '../lookup/existingRole.ts'
import { detached } from '../rules/attachedPolicies.ts'
import { nameKey, roles, scopeOf } from '../state.ts'

export const detachRolePolicy = operation(iam.DetachRolePolicy, {
  access: 'write',
  authorize: roleCheck('iam:DetachRolePolicy', currentBoundary, policyArn),

  async handle({ input, caller, store }) {
    const role = await editableRole(store, caller, input.RoleName)
    const attachedPolicies = detached(role, input.PolicyArn)
    const scope = scopeOf(caller.accountId)
    await store.put(roles, scope, nameKey(role.name), { ...role, attachedPolicies })
  },
})
