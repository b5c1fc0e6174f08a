/** iam:ListInstanceProfilesForRole: the instance profiles that hold a role, in pages. */
import { iam, operation } from '../api.ts'
import { roleCheck } from '../checks/principalCheck.ts'
import { existingRole } from '../lookup/existingRole.ts'
import { instanceProfilesOf } from '../lookup/instanceProfilesOf.ts'
import { pageOf } from '../page.ts'
import { nameKey } from '../state.ts'
import { listedInstanceProfile } from '../views/instanceProfileView.ts'

export const listInstanceProfilesForRole = operation(iam.ListInstanceProfilesForRole, {
  access: 'read',
  authorize: roleCheck('iam:ListInstanceProfilesForRole'),

  async handle({ input, caller: { accountId }, store }) {
    const role = await existingRole(store, accountId, input.RoleName)
    const profiles = await instanceProfilesOf(store, accountId, role)
    const { items, position } = pageOf(profiles, ({ name }) => nameKey(name), input)
    const shown = items.map((profile) => listedInstanceProfile(store, profile))
    return { InstanceProfiles: await Promise.all(shown), ...position }
  },
})
