/** iam:DeleteInstanceProfile: only one without a role can go. */
import { iam, operation } from '../api.ts'
import { instanceProfileCheck } from '../checks/instanceProfileCheck.ts'
import { mustRemoveFromProfiles } from '../errors.ts'
import { existingInstanceProfile } from '../lookup/existingInstanceProfile.ts'
import { instanceProfiles, nameKey, scopeOf } from '../state.ts'

export const deleteInstanceProfile = operation(iam.DeleteInstanceProfile, {
  access: 'write',
  authorize: instanceProfileCheck('iam:DeleteInstanceProfile'),

  async handle({ input, caller: { accountId }, store }) {
    const profile = await existingInstanceProfile(store, accountId, input.InstanceProfileName)
    if (profile.role !== undefined) throw mustRemoveFromProfiles()
    await store.delete(instanceProfiles, scopeOf(accountId), nameKey(profile.name))
  },
})
