/** iam:DeletePolicyVersion: any but the one in force. Its number is not given again. */
import { iam, operation } from '../api.ts'
import { policyCheck } from '../checks/policyCheck.ts'
import { defaultVersionStays } from '../errors.ts'
import { editablePolicy } from '../lookup/existingPolicy.ts'
import { policyVersionNamed } from '../lookup/policyVersionNamed.ts'
import { customerPolicies, nameKey, scopeOf } from '../state.ts'

export const deletePolicyVersion = operation(iam.DeletePolicyVersion, {
  access: 'write',
  authorize: policyCheck('iam:DeletePolicyVersion'),

  async handle({ input: { PolicyArn, VersionId }, caller, store }) {
    const policy = await editablePolicy(store, caller, 'iam:DeletePolicyVersion', PolicyArn)
    const gone = policyVersionNamed(policy, VersionId)
    if (gone.id === policy.defaultVersionId) throw defaultVersionStays()
    const versions = policy.versions.filter(({ id }) => id !== gone.id)
    const changed = { ...policy, versions }
    await store.put(customerPolicies, scopeOf(caller.accountId), nameKey(policy.name), changed)
  },
})
