/** iam:ListInstanceProfiles: the instance profiles under a path, in pages. */
import { iam, operation } from '../api.ts'
import { listCheck } from '../checks/listCheck.ts'
import { pageOfCollection } from '../page.ts'
import { instanceProfiles, scopeOf } from '../state.ts'
import { listedInstanceProfile } from '../views/instanceProfileView.ts'

export const listInstanceProfiles = operation(iam.ListInstanceProfiles, {
  access: 'read',
  authorize: listCheck('iam:ListInstanceProfiles'),

  async handle({ input, caller, store }) {
    const { PathPrefix = '/' } = input
    const { items, position } = await pageOfCollection(
      store,
      { collection: instanceProfiles, scope: scopeOf(caller.accountId) },
      ({ path }) => path.startsWith(PathPrefix),
      input,
    )
    const shown = items.map((profile) => listedInstanceProfile(store, profile))
    return { InstanceProfiles: await Promise.all(shown), ...position }
  },
})
