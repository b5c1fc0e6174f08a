/** iam:ListInstanceProfileTags: the tags of an instance profile, in pages. */
import { iam, operation } from '../api.ts'
import { instanceProfileCheck } from '../checks/instanceProfileCheck.ts'
import { existingInstanceProfile } from '../lookup/existingInstanceProfile.ts'
import { tagPage } from '../views/tagPage.ts'

export const listInstanceProfileTags = operation(iam.ListInstanceProfileTags, {
  access: 'read',
  authorize: instanceProfileCheck('iam:ListInstanceProfileTags'),

  async handle({ input, caller, store }) {
    const { tags } = await existingInstanceProfile(
      store,
      caller.accountId,
      input.InstanceProfileName,
    )
    return tagPage(tags, input)
  },
})
