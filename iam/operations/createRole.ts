/** iam:CreateRole: an identity that whom its trust policy names may assume. */
import { makeUniqueId } from '#kernel/ids/uniqueId.ts'
import { iam, operation } from '../api.ts'
import { requestedBoundary } from '../checks/contextKeys.ts'
import { newEntityCheck } from '../checks/newEntityCheck.ts'
import { entityArn } from '../entityArn.ts'
import { roleExists } from '../errors.ts'
import { requireBoundary } from '../lookup/usablePolicy.ts'
import type { CreateRoleRequest } from '../model/shapes.ts'
import { requireRoom } from '../rules/accountQuotas.ts'
import { checkedTags } from '../rules/checkedTags.ts'
import { refuseReservedPath } from '../rules/protectedEntities.ts'
import { nameKey, type Role, roles, scopeOf } from '../state.ts'
import { writtenTrustPolicy } from '../trustPolicy.ts'
import { roleView } from '../views/roleView.ts'

/** Seconds. */
const defaultSessionDuration = 3_600

export const createRole = operation(iam.CreateRole, {
  access: 'write',

  authorize: newEntityCheck<CreateRoleRequest>(
    {
      type: 'role',
      create: 'iam:CreateRole',
      tag: 'iam:TagRole',
      nameOf: ({ RoleName }) => RoleName,
    },
    requestedBoundary,
  ),

  async handle({ input, caller, store, clock, ids }) {
    const { accountId: account } = caller
    const { RoleName: name, Path: path = '/', PermissionsBoundary: permissionsBoundary } = input
    const scope = scopeOf(account)
    refuseReservedPath(path, caller)
    const tags = checkedTags(input.Tags)
    const trustPolicy = await writtenTrustPolicy(store, input.AssumeRolePolicyDocument, account)
    if (await store.get(roles, scope, nameKey(name))) throw roleExists(name)
    await requireRoom(store, account, roles, 'RolesPerAccount')
    await requireBoundary(store, account, permissionsBoundary)
    const role: Role = {
      id: makeUniqueId('AROA', ids),
      name,
      path,
      arn: entityArn({ account, type: 'role', path, name }),
      createdAt: clock.now(),
      tags,
      inlinePolicies: [],
      attachedPolicies: [],
      permissionsBoundary,
      trustPolicy,
      description: input.Description,
      maxSessionDuration: input.MaxSessionDuration ?? defaultSessionDuration,
    }
    await store.put(roles, scope, nameKey(name), role)
    return { Role: await roleView(store, role) }
  },
})
