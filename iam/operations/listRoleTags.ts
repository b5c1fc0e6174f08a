/** iam:ListRoleTags: the tags of a role, in pages. */
import { iam, operation } from '../api.ts'
import { roleCheck } from '../checks/principalCheck.ts'
import { existingRole } from '../lookup/existingRole.ts'
import { tagPage } from '../views/tagPage.ts'

export const listRoleTags = operation(iam.ListRoleTags, {
  access: 'read',
  authorize: roleCheck('iam:ListRoleTags'),

  async handle({ input, caller, store }) {
    const { tags } = await existingRole(store, caller.accountId, input.RoleName)
    return tagPage(tags, input)
  },
})
