/** iam:AddRoleToInstanceProfile: its one role. Whoever hands a role to a machine must be allowed to pass it. */
import { iam, operation } from '../api.ts'
import { instanceProfileCheck } from '../checks/instanceProfileCheck.ts'
import { passRoleCheck } from '../checks/passRoleCheck.ts'
import { quotaExceeded } from '../errors.ts'
import { existingInstanceProfile } from '../lookup/existingInstanceProfile.ts'
import { editableRole } from '../lookup/existingRole.ts'
import type { AddRoleToInstanceProfileRequest } from '../model/shapes.ts'
import { quotas } from '../quotas.ts'
import { instanceProfiles, nameKey, scopeOf } from '../state.ts'

const profileCheck = instanceProfileCheck('iam:AddRoleToInstanceProfile')
const passCheck = passRoleCheck<AddRoleToInstanceProfileRequest>(
  ({ RoleName }) => RoleName,
  'ec2.amazonaws.com',
)

export const addRoleToInstanceProfile = operation(iam.AddRoleToInstanceProfile, {
  access: 'write',
  authorize: async (asking) => [...(await profileCheck(asking)), ...(await passCheck(asking))],

  async handle({ input, caller, store }) {
    const { accountId } = caller
    const profile = await existingInstanceProfile(store, accountId, input.InstanceProfileName)
    const role = await editableRole(store, caller, input.RoleName)
    // [K] The quota's name, which speaks of sessions.
    if (profile.role !== undefined)
      throw quotaExceeded('InstanceSessionsPerInstanceProfile', quotas.rolesPerInstanceProfile)
    const filled = { ...profile, role: nameKey(role.name) }
    await store.put(instanceProfiles, scopeOf(accountId), nameKey(profile.name), filled)
  },
})
