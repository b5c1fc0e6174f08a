/** iam:ListGroupsForUser: the groups that a user is in, in pages. */
import { iam, operation } from '../api.ts'
import { userCheck } from '../checks/principalCheck.ts'
import { existingUser } from '../lookup/existingUser.ts'
import { groupsOf } from '../lookup/groupsOf.ts'
import { pageOf } from '../page.ts'
import { nameKey } from '../state.ts'
import { groupView } from '../views/groupView.ts'

export const listGroupsForUser = operation(iam.ListGroupsForUser, {
  access: 'read',
  authorize: userCheck('iam:ListGroupsForUser'),

  async handle({ input, caller: { accountId }, store }) {
    const user = await existingUser(store, accountId, input.UserName)
    const groups = await groupsOf(store, accountId, user.groups)
    const { items, position } = pageOf(groups, ({ name }) => nameKey(name), input)
    return { Groups: items.map(groupView), ...position }
  },
})
