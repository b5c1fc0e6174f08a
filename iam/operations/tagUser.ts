/** iam:TagUser: tags a user; one of the same key is replaced. */
import { iam, operation } from '../api.ts'
import { requestTags } from '../checks/contextKeys.ts'
import { userCheck } from '../checks/principalCheck.ts'
import { existingUser } from '../lookup/existingUser.ts'
import { withTags } from '../rules/changedTags.ts'
import { nameKey, scopeOf, users } from '../state.ts'

export const tagUser = operation(iam.TagUser, {
  access: 'write',
  authorize: userCheck('iam:TagUser', requestTags),

  async handle({ input, caller, store }) {
    const user = await existingUser(store, caller.accountId, input.UserName)
    const tags = withTags(user.tags, input.Tags, 'TagsPerUser')
    const scope = scopeOf(caller.accountId)
    await store.put(users, scope, nameKey(user.name), { ...user, tags })
  },
})
