/** iam:GetGroupPolicy: one inline policy of a group. */
import { iam, operation } from '../api.ts'
import { groupCheck } from '../checks/principalCheck.ts'
import { existingGroup } from '../lookup/existingGroup.ts'
import { inlinePolicyNamed } from '../rules/inlinePolicies.ts'
import { encodedDocument } from '../views/encodedDocument.ts'

export const getGroupPolicy = operation(iam.GetGroupPolicy, {
  access: 'read',
  authorize: groupCheck('iam:GetGroupPolicy'),

  async handle({ input, caller, store }) {
    const group = await existingGroup(store, caller.accountId, input.GroupName)
    const { name, document } = inlinePolicyNamed(group, input.PolicyName, 'group')
    return {
      GroupName: group.name,
      PolicyName: name,
      PolicyDocument: encodedDocument(document),
    }
  },
})
