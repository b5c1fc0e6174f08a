/** iam:UpdateAssumeRolePolicy: who may assume the role from now on. Live sessions stay. */
import { iam, operation } from '../api.ts'
import { currentBoundary } from '../checks/contextKeys.ts'
import { roleCheck } from '../checks/principalCheck.ts'
import { editableRole } from '../lookup/existingRole.ts'
import { nameKey, roles, scopeOf } from '../state.ts'
import { writtenTrustPolicy } from '../trustPolicy.ts'

export const updateAssumeRolePolicy = operation(iam.UpdateAssumeRolePolicy, {
  access: 'write',
  authorize: roleCheck('iam:UpdateAssumeRolePolicy', currentBoundary),

  async handle({ input, caller, store }) {
    const role = await editableRole(store, caller, input.RoleName)
    const trustPolicy = await writtenTrustPolicy(store, input.PolicyDocument, caller.accountId)
    const scope = scopeOf(caller.accountId)
    await store.put(roles, scope, nameKey(role.name), { ...role, trustPolicy })
  },
})
