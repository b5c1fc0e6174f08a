/** iam:UntagPolicy: takes tags off a managed policy, by their keys. */
import { iam, operation } from '../api.ts'
import { untaggedKeys } from '../checks/contextKeys.ts'
import { policyCheck } from '../checks/policyCheck.ts'
import { editablePolicy } from '../lookup/existingPolicy.ts'
import { withoutTags } from '../rules/changedTags.ts'
import { customerPolicies, nameKey, scopeOf } from '../state.ts'

export const untagPolicy = operation(iam.UntagPolicy, {
  access: 'write',
  authorize: policyCheck('iam:UntagPolicy', untaggedKeys),

  async handle({ input, caller, store }) {
    const policy = await editablePolicy(store, caller, 'iam:UntagPolicy', input.PolicyArn)
    const tags = withoutTags(policy.tags, input.TagKeys)
    const scope = scopeOf(caller.accountId)
    await store.put(customerPolicies, scope, nameKey(policy.name), { ...policy, tags })
  },
})
