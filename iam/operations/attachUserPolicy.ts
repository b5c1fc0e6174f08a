/** iam:AttachUserPolicy: gives a user a managed policy; it has it from the next request on. */
import { iam, operation } from '../api.ts'
import { currentBoundary, policyArn } from '../checks/contextKeys.ts'
import { userCheck } from '../checks/principalCheck.ts'
import { existingUser } from '../lookup/existingUser.ts'
import { requireAttachable } from '../lookup/usablePolicy.ts'
import { attached } from '../rules/attachedPolicies.ts'
import { nameKey, scopeOf, users } from '../state.ts'

export const attachUserPolicy = operation(iam.AttachUserPolicy, {
  access: 'write',
  authorize: userCheck('iam:AttachUserPolicy', currentBoundary, policyArn),

  async handle({ input, caller, store }) {
    const user = await existingUser(store, caller.accountId, input.UserName)
    await requireAttachable(store, caller.accountId, input.PolicyArn)
    const attachedPolicies = attached(user, input.PolicyArn, 'PoliciesPerUser')
    const scope = scopeOf(caller.accountId)
    await store.put(users, scope, nameKey(user.name), { ...user, attachedPolicies })
  },
})
