/** iam:ListRoles: the roles under a path, in pages. */
import { iam, operation } from '../api.ts'
import { listCheck } from '../checks/listCheck.ts'
import { pageOfCollection } from '../page.ts'
import { roles, scopeOf } from '../state.ts'
import { listedRole } from '../views/roleView.ts'

export const listRoles = operation(iam.ListRoles, {
  access: 'read',
  authorize: listCheck('iam:ListRoles'),

  async handle({ input, caller, store }) {
    const { PathPrefix = '/' } = input
    const { items, position } = await pageOfCollection(
      store,
      { collection: roles, scope: scopeOf(caller.accountId) },
      ({ path }) => path.startsWith(PathPrefix),
      input,
    )
    const Roles = await Promise.all(items.map((role) => listedRole(store, role)))
    return { Roles, ...position }
  },
})
