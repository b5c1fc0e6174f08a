/** iam:GetGroup: a group and, in pages, the users in it. */
import { iam, operation } from '../api.ts'
import { groupCheck } from '../checks/principalCheck.ts'
import { existingGroup } from '../lookup/existingGroup.ts'
import { isMember } from '../lookup/groupMembers.ts'
import { pageOfCollection } from '../page.ts'
import { scopeOf, users } from '../state.ts'
import { groupView } from '../views/groupView.ts'
import { listedUser } from '../views/userView.ts'

export const getGroup = operation(iam.GetGroup, {
  access: 'read',
  authorize: groupCheck('iam:GetGroup'),

  async handle({ input, caller: { accountId }, store }) {
    const group = await existingGroup(store, accountId, input.GroupName)
    const { items, position } = await pageOfCollection(
      store,
      { collection: users, scope: scopeOf(accountId) },
      (user) => isMember(user, group),
      input,
    )
    return { Group: groupView(group), Users: items.map(listedUser), ...position }
  },
})
