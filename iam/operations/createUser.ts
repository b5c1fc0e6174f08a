/** iam:CreateUser: a person or program with long-term credentials of its own. */
import { makeUniqueId } from '#kernel/ids/uniqueId.ts'
import { iam, operation } from '../api.ts'
import { requestedBoundary } from '../checks/contextKeys.ts'
import { newEntityCheck } from '../checks/newEntityCheck.ts'
import { entityArn } from '../entityArn.ts'
import { userExists } from '../errors.ts'
import { requireBoundary } from '../lookup/usablePolicy.ts'
import type { CreateUserRequest } from '../model/shapes.ts'
import { requireRoom } from '../rules/accountQuotas.ts'
import { checkedTags } from '../rules/checkedTags.ts'
import { nameKey, scopeOf, type User, users } from '../state.ts'
import { userView } from '../views/userView.ts'

export const createUser = operation(iam.CreateUser, {
  access: 'write',

  authorize: newEntityCheck<CreateUserRequest>(
    {
      type: 'user',
      create: 'iam:CreateUser',
      tag: 'iam:TagUser',
      nameOf: ({ UserName }) => UserName,
    },
    requestedBoundary,
  ),

  async handle({ input, caller: { accountId: account }, store, clock, ids }) {
    const { UserName: name, Path: path = '/', PermissionsBoundary: permissionsBoundary } = input
    const scope = scopeOf(account)
    const tags = checkedTags(input.Tags)
    if (await store.get(users, scope, nameKey(name))) throw userExists(name)
    await requireRoom(store, account, users, 'UsersPerAccount')
    await requireBoundary(store, account, permissionsBoundary)
    const user: User = {
      id: makeUniqueId('AIDA', ids),
      name,
      path,
      arn: entityArn({ account, type: 'user', path, name }),
      createdAt: clock.now(),
      tags,
      inlinePolicies: [],
      attachedPolicies: [],
      permissionsBoundary,
      accessKeyIds: [],
      groups: [],
    }
    await store.put(users, scope, nameKey(name), user)
    return { User: userView(user) }
  },
})
