/** iam:RemoveRoleFromInstanceProfile: the profile is empty again. */
import { iam, operation } from '../api.ts'
import { instanceProfileCheck } from '../checks/instanceProfileCheck.ts'
import { roleNotInProfile } from '../errors.ts'
import { existingInstanceProfile } from '../lookup/existingInstanceProfile.ts'
import { editableRole } from '../lookup/existingRole.ts'
import { instanceProfiles, nameKey, scopeOf } from '../state.ts'

export const removeRoleFromInstanceProfile = operation(iam.RemoveRoleFromInstanceProfile, {
  access: 'write',
  authorize: instanceProfileCheck('iam:RemoveRoleFromInstanceProfile'),

  async handle({ input, caller, store }) {
    const { accountId } = caller
    const profile = await existingInstanceProfile(store, accountId, input.InstanceProfileName)
    const role = await editableRole(store, caller, input.RoleName)
    if (profile.role !== nameKey(role.name)) throw roleNotInProfile(role.name, profile.name)
    const emptied = { ...profile, role: undefined }
    await store.put(instanceProfiles, scopeOf(accountId), nameKey(profile.name), emptied)
  },
})
