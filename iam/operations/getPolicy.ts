/** iam:GetPolicy: a managed policy and how often it is used in this account; its text is GetPolicyVersion's. */
import { iam, operation } from '../api.ts'
import { policyCheck } from '../checks/policyCheck.ts'
import { existingPolicy } from '../lookup/existingPolicy.ts'
import { policyUses, unused } from '../lookup/policyUses.ts'
import { policyView } from '../views/policyView.ts'

export const getPolicy = operation(iam.GetPolicy, {
  access: 'read',
  authorize: policyCheck('iam:GetPolicy'),

  async handle({ input: { PolicyArn }, caller: { accountId }, store }) {
    const policy = await existingPolicy(store, accountId, PolicyArn)
    const uses = await policyUses(store, accountId)
    return { Policy: policyView(policy, uses.get(PolicyArn) ?? unused) }
  },
})
