/** iam:RemoveUserFromGroup: the group's policies are the user's no more. */
import { iam, operation } from '../api.ts'
import { groupCheck } from '../checks/principalCheck.ts'
import { userNotInGroup } from '../errors.ts'
import { existingGroup } from '../lookup/existingGroup.ts'
import { existingUser } from '../lookup/existingUser.ts'
import { isMember } from '../lookup/groupMembers.ts'
import { nameKey, scopeOf, users } from '../state.ts'

export const removeUserFromGroup = operation(iam.RemoveUserFromGroup, {
  access: 'write',
  authorize: groupCheck('iam:RemoveUserFromGroup'),

  async handle({ input, caller: { accountId }, store }) {
    const group = await existingGroup(store, accountId, input.GroupName)
    const user = await existingUser(store, accountId, input.UserName)
    if (!isMember(user, group)) throw userNotInGroup(user.name, group.name)
    const groups = user.groups.filter((key) => key !== nameKey(group.name))
    await store.put(users, scopeOf(accountId), nameKey(user.name), { ...user, groups })
  },
})
