/** iam:DeletePolicy: only a policy that nobody has can go. */
import { iam, operation } from '../api.ts'
import { policyCheck } from '../checks/policyCheck.ts'
import { managedByAws, policyInUse } from '../errors.ts'
import { existingPolicy } from '../lookup/existingPolicy.ts'
import { policyUses } from '../lookup/policyUses.ts'
import { customerPolicies, nameKey, scopeOf } from '../state.ts'

export const deletePolicy = operation(iam.DeletePolicy, {
  access: 'write',
  authorize: policyCheck('iam:DeletePolicy'),

  async handle({ input: { PolicyArn }, caller, store }) {
    const { accountId } = caller
    const policy = await existingPolicy(store, accountId, PolicyArn)
    if (!('versions' in policy)) throw managedByAws(caller.arn, 'iam:DeletePolicy', PolicyArn)
    if ((await policyUses(store, accountId)).has(PolicyArn)) throw policyInUse()
    await store.delete(customerPolicies, scopeOf(accountId), nameKey(policy.name))
  },
})
