/** iam:TagPolicy: tags a managed policy; one of the same key is replaced. */
import { iam, operation } from '../api.ts'
import { requestTags } from '../checks/contextKeys.ts'
import { policyCheck } from '../checks/policyCheck.ts'
import { editablePolicy } from '../lookup/existingPolicy.ts'
import { withTags } from '../rules/changedTags.ts'
import { customerPolicies, nameKey, scopeOf } from '../state.ts'

export const tagPolicy = operation(iam.TagPolicy, {
  access: 'write',
  authorize: policyCheck('iam:TagPolicy', requestTags),

  async handle({ input, caller, store }) {
    const policy = await editablePolicy(store, caller, 'iam:TagPolicy', input.PolicyArn)
    const tags = withTags(policy.tags, input.Tags, 'TagsPerPolicy')
    const scope = scopeOf(caller.accountId)
    await store.put(customerPolicies, scope, nameKey(policy.name), { ...policy, tags })
  },
})
