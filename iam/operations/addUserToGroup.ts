/** iam:AddUserToGroup: the user has the group's policies from the next request on. */
import { iam, operation } from '../api.ts'
import { groupCheck } from '../checks/principalCheck.ts'
import { quotaExceeded } from '../errors.ts'
import { existingGroup } from '../lookup/existingGroup.ts'
import { existingUser } from '../lookup/existingUser.ts'
import { isMember } from '../lookup/groupMembers.ts'
import { quotas } from '../quotas.ts'
import { nameKey, scopeOf, users } from '../state.ts'

export const addUserToGroup = operation(iam.AddUserToGroup, {
  access: 'write',
  authorize: groupCheck('iam:AddUserToGroup'),

  /** Added twice is added once. */
  async handle({ input, caller: { accountId }, store }) {
    const group = await existingGroup(store, accountId, input.GroupName)
    const user = await existingUser(store, accountId, input.UserName)
    if (isMember(user, group)) return
    if (user.groups.length >= quotas.groupsPerUser)
      throw quotaExceeded('GroupsPerUser', quotas.groupsPerUser)
    const groups = [...user.groups, nameKey(group.name)]
    await store.put(users, scopeOf(accountId), nameKey(user.name), { ...user, groups })
  },
})
