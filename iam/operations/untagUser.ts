/** iam:UntagUser: takes tags off a user, by their keys. */
import { iam, operation } from '../api.ts'
import { untaggedKeys } from '../checks/contextKeys.ts'
import { userCheck } from '../checks/principalCheck.ts'
import { existingUser } from '../lookup/existingUser.ts'
import { withoutTags } from '../rules/changedTags.ts'
import { nameKey, scopeOf, users } from '../state.ts'

export const untagUser = operation(iam.UntagUser, {
  access: 'write',
  authorize: userCheck('iam:UntagUser', untaggedKeys),

  async handle({ input, caller, store }) {
    const user = await existingUser(store, caller.accountId, input.UserName)
    const tags = withoutTags(user.tags, input.TagKeys)
    const scope = scopeOf(caller.accountId)
    await store.put(users, scope, nameKey(user.name), { ...user, tags })
  },
})
