/** iam:SetDefaultPolicyVersion: which text of a managed policy is in force, from the next request on. */
import { iam, operation } from '../api.ts'
import { policyCheck } from '../checks/policyCheck.ts'
import { editablePolicy } from '../lookup/existingPolicy.ts'
import { policyVersionNamed } from '../lookup/policyVersionNamed.ts'
import { customerPolicies, nameKey, scopeOf } from '../state.ts'

export const setDefaultPolicyVersion = operation(iam.SetDefaultPolicyVersion, {
  access: 'write',
  authorize: policyCheck('iam:SetDefaultPolicyVersion'),

  async handle({ input: { PolicyArn, VersionId }, caller, store }) {
    const policy = await editablePolicy(store, caller, 'iam:SetDefaultPolicyVersion', PolicyArn)
    const { id: defaultVersionId } = policyVersionNamed(policy, VersionId)
    const changed = { ...policy, defaultVersionId }
    await store.put(customerPolicies, scopeOf(caller.accountId), nameKey(policy.name), changed)
  },
})
