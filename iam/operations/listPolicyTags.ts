/** iam:ListPolicyTags: the tags of a managed policy, in pages; AWS's own have none. */
import { iam, operation } from '../api.ts'
import { policyCheck } from '../checks/policyCheck.ts'
import { existingPolicy } from '../lookup/existingPolicy.ts'
import { tagPage } from '../views/tagPage.ts'

export const listPolicyTags = operation(iam.ListPolicyTags, {
  access: 'read',
  authorize: policyCheck('iam:ListPolicyTags'),

  async handle({ input, caller, store }) {
    const policy = await existingPolicy(store, caller.accountId, input.PolicyArn)
    return tagPage('tags' in policy ? policy.tags : [], input)
  },
})
