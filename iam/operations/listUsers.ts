/** iam:ListUsers: the users under a path, in pages. */
import { iam, operation } from '../api.ts'
import { listCheck } from '../checks/listCheck.ts'
import { pageOfCollection } from '../page.ts'
import { scopeOf, users } from '../state.ts'
import { listedUser } from '../views/userView.ts'

export const listUsers = operation(iam.ListUsers, {
  access: 'read',
  authorize: listCheck('iam:ListUsers'),

  async handle({ input, caller, store }) {
    const { PathPrefix = '/' } = input
    const { items, position } = await pageOfCollection(
      store,
      { collection: users, scope: scopeOf(caller.accountId) },
      ({ path }) => path.startsWith(PathPrefix),
      input,
    )
    return { Users: items.map(listedUser), ...position }
  },
})
