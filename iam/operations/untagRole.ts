/** iam:UntagRole: takes tags off a role, by their keys. */
import { iam, operation } from '../api.ts'
import { untaggedKeys } from '../checks/contextKeys.ts'
import { roleCheck } from '../checks/principalCheck.ts'
import { editableRole } from '../lookup/existingRole.ts'
import { withoutTags } from '../rules/changedTags.ts'
import { nameKey, roles, scopeOf } from '../state.ts'

export const untagRole = operation(iam.UntagRole, {
  access: 'write',
  authorize: roleCheck('iam:UntagRole', untaggedKeys),

  async handle({ input, caller, store }) {
    const role = await editableRole(store, caller, input.RoleName)
    const tags = withoutTags(role.tags, input.TagKeys)
    const scope = scopeOf(caller.accountId)
    await store.put(roles, scope, nameKey(role.name), { ...role, tags })
  },
})
