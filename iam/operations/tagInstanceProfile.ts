/** iam:TagInstanceProfile: tags an instance profile; one of the same key is replaced. */
import { iam, operation } from '../api.ts'
import { requestTags } from '../checks/contextKeys.ts'
import { instanceProfileCheck } from '../checks/instanceProfileCheck.ts'
import { existingInstanceProfile } from '../lookup/existingInstanceProfile.ts'
import { withTags } from '../rules/changedTags.ts'
import { instanceProfiles, nameKey, scopeOf } from '../state.ts'

export const tagInstanceProfile = operation(iam.TagInstanceProfile, {
  access: 'write',
  authorize: instanceProfileCheck('iam:TagInstanceProfile', requestTags),

  async handle({ input, caller, store }) {
    const profile = await existingInstanceProfile(
      store,
      caller.accountId,
      input.InstanceProfileName,
    )
    const tags = withTags(profile.tags, input.Tags, 'TagsPerInstanceProfile')
    const scope = scopeOf(caller.accountId)
    await store.put(instanceProfiles, scope, nameKey(profile.name), { ...profile, tags })
  },
})
