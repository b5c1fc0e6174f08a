/** iam:CreateGroup: users that have policies together. */
import { makeUniqueId } from '#kernel/ids/uniqueId.ts'
import { iam, operation } from '../api.ts'
import { newEntityCheck } from '../checks/newEntityCheck.ts'
import { entityArn } from '../entityArn.ts'
import { groupExists } from '../errors.ts'
import type { CreateGroupRequest } from '../model/shapes.ts'
import { requireRoom } from '../rules/accountQuotas.ts'
import { type Group, groups, nameKey, scopeOf } from '../state.ts'
import { groupView } from '../views/groupView.ts'

export const createGroup = operation(iam.CreateGroup, {
  access: 'write',

  authorize: newEntityCheck<CreateGroupRequest>({
    type: 'group',
    create: 'iam:CreateGroup',
    nameOf: ({ GroupName }) => GroupName,
  }),

  async handle({ input, caller: { accountId: account }, store, clock, ids }) {
    const { GroupName: name, Path: path = '/' } = input
    const scope = scopeOf(account)
    if (await store.get(groups, scope, nameKey(name))) throw groupExists(name)
    await requireRoom(store, account, groups, 'GroupsPerAccount')
    const group: Group = {
      id: makeUniqueId('AGPA', ids),
      name,
      path,
      arn: entityArn({ account, type: 'group', path, name }),
      createdAt: clock.now(),
      inlinePolicies: [],
      attachedPolicies: [],
    }
    await store.put(groups, scope, nameKey(name), group)
    return { Group: groupView(group) }
  },
})
