/** iam:UntagInstanceProfile: takes tags off an instance profile, by their keys. */
import { iam, operation } from '../api.ts'
import { untaggedKeys } from '../checks/contextKeys.ts'
import { instanceProfileCheck } from '../checks/instanceProfileCheck.ts'
import { existingInstanceProfile } from '../lookup/existingInstanceProfile.ts'
import { withoutTags } from '../rules/changedTags.ts'
import { instanceProfiles, nameKey, scopeOf } from '../state.ts'

export const untagInstanceProfile = operation(iam.UntagInstanceProfile, {
  access: 'write',
  authorize: instanceProfileCheck('iam:UntagInstanceProfile', untaggedKeys),

  async handle({ input, caller, store }) {
    const profile = await existingInstanceProfile(
      store,
      caller.accountId,
      input.InstanceProfileName,
    )
    const tags = withoutTags(profile.tags, input.TagKeys)
    const scope = scopeOf(caller.accountId)
    await store.put(instanceProfiles, scope, nameKey(profile.name), { ...profile, tags })
  },
})
