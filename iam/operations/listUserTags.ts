/** iam:ListUserTags: the tags of a user, in pages. */
import { iam, operation } from '../api.ts'
import { userCheck } from '../checks/principalCheck.ts'
import { existingUser } from '../lookup/existingUser.ts'
import { tagPage } from '../views/tagPage.ts'

export const listUserTags = operation(iam.ListUserTags, {
  access: 'read',
  authorize: userCheck('iam:ListUserTags'),

  async handle({ input, caller, store }) {
    const { tags } = await existingUser(store, caller.accountId, input.UserName)
    return tagPage(tags, input)
  },
})
