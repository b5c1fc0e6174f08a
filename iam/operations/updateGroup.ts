/** iam:UpdateGroup: another name or path. Its users and policies stay. */
import { iam, operation } from '../api.ts'
import { groupCheck } from '../checks/principalCheck.ts'
import { renameCheck } from '../checks/renameCheck.ts'
import { entityArn } from '../entityArn.ts'
import { groupExists } from '../errors.ts'
import { existingGroup } from '../lookup/existingGroup.ts'
import { groupMembers } from '../lookup/groupMembers.ts'
import type { UpdateGroupRequest } from '../model/shapes.ts'
import { groups, nameKey, scopeOf, users } from '../state.ts'

export const updateGroup = operation(iam.UpdateGroup, {
  access: 'write',
  authorize: renameCheck(
    groupCheck('iam:UpdateGroup'),
    ({ NewPath, NewGroupName }: UpdateGroupRequest) => ({ path: NewPath, name: NewGroupName }),
  ),

  async handle({ input, caller: { accountId: account }, store }) {
    const group = await existingGroup(store, account, input.GroupName)
    const { NewPath: path = group.path, NewGroupName: name = group.name } = input
    const scope = scopeOf(account)
    const [before, after] = [nameKey(group.name), nameKey(name)]
    if (after !== before) {
      if (await store.get(groups, scope, after)) throw groupExists(name)
      for (const user of await groupMembers(store, account, group)) {
        const renamed = user.groups.map((key) => (key === before ? after : key))
        await store.put(users, scope, nameKey(user.name), { ...user, groups: renamed })
      }
      await store.delete(groups, scope, before)
    }
    const arn = entityArn({ account, type: 'group', path, name })
    await store.put(groups, scope, after, { ...group, name, path, arn })
  },
})
