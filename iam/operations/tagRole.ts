/** iam:TagRole: tags a role; one of the same key is replaced. */
import { iam, operation } from '../api.ts'
import { requestTags } from '../checks/contextKeys.ts'
import { roleCheck } from '../checks/principalCheck.ts'
import { editableRole } from '../lookup/existingRole.ts'
import { withTags } from '../rules/changedTags.ts'
import { nameKey, roles, scopeOf } from '../state.ts'

export const tagRole = operation(iam.TagRole, {
  access: 'write',
  authorize: roleCheck('iam:TagRole', requestTags),

  async handle({ input, caller, store }) {
    const role = await editableRole(store, caller, input.RoleName)
    const tags = withTags(role.tags, input.Tags, 'TagsPerRole')
    const scope = scopeOf(caller.accountId)
    await store.put(roles, scope, nameKey(role.name), { ...role, tags })
  },
})
