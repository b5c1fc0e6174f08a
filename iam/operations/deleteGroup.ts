/** iam:DeleteGroup: only a group without users and policies can go. */
import { iam, operation } from '../api.ts'
import { groupCheck } from '../checks/principalCheck.ts'
import { existingGroup } from '../lookup/existingGroup.ts'
import { refuseGroupInUse } from '../rules/deleteConflicts.ts'
import { groups, nameKey, scopeOf } from '../state.ts'

export const deleteGroup = operation(iam.DeleteGroup, {
  access: 'write',
  authorize: groupCheck('iam:DeleteGroup'),

  async handle({ input, caller: { accountId }, store }) {
    const group = await existingGroup(store, accountId, input.GroupName)
    await refuseGroupInUse(store, accountId, group)
    await store.delete(groups, scopeOf(accountId), nameKey(group.name))
  },
})
