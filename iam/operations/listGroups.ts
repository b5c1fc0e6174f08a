/** iam:ListGroups: the groups under a path, in pages. */
import { iam, operation } from '../api.ts'
import { listCheck } from '../checks/listCheck.ts'
import { pageOfCollection } from '../page.ts'
import { groups, scopeOf } from '../state.ts'
import { groupView } from '../views/groupView.ts'

export const listGroups = operation(iam.ListGroups, {
  access: 'read',
  authorize: listCheck('iam:ListGroups'),

  async handle({ input, caller, store }) {
    const { PathPrefix = '/' } = input
    const { items, position } = await pageOfCollection(
      store,
      { collection: groups, scope: scopeOf(caller.accountId) },
      ({ path }) => path.startsWith(PathPrefix),
      input,
    )
    return { Groups: items.map(groupView), ...position }
  },
})
