/** iam:DeletePolicy: only a policy that nobody has can go, with its last version. */
import { iam, operation } from '../api.ts'
import { policyCheck } from '../checks/policyCheck.ts'
import { policyHasVersions, policyInUse } from '../errors.ts'
import { editablePolicy } from '../lookup/existingPolicy.ts'
import { policyUses } from '../lookup/policyUses.ts'
import { customerPolicies, nameKey, scopeOf } from '../state.ts'

export const deletePolicy = operation(iam.DeletePolicy, {
  access: 'write',
  authorize: policyCheck('iam:DeletePolicy'),

  async handle({ input: { PolicyArn }, caller, store }) {
    const { accountId } = caller
    const policy = await editablePolicy(store, caller, 'iam:DeletePolicy', PolicyArn)
    if ((await policyUses(store, accountId)).has(PolicyArn)) throw policyInUse()
    if (policy.versions.length > 1) throw policyHasVersions()
    await store.delete(customerPolicies, scopeOf(accountId), nameKey(policy.name))
  },
})
