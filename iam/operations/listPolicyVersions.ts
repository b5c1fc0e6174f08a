/** iam:ListPolicyVersions: which versions a managed policy has, without their texts. */
import { iam, operation } from '../api.ts'
import { policyCheck } from '../checks/policyCheck.ts'
import { existingPolicy } from '../lookup/existingPolicy.ts'
import { pageOf } from '../page.ts'
import { listedVersion, versionsOf } from '../views/policyView.ts'

export const listPolicyVersions = operation(iam.ListPolicyVersions, {
  access: 'read',
  authorize: policyCheck('iam:ListPolicyVersions'),

  async handle({ input, caller, store }) {
    const policy = await existingPolicy(store, caller.accountId, input.PolicyArn)
    const { items, position } = pageOf(versionsOf(policy), ({ id }) => id, input)
    return { Versions: items.map((version) => listedVersion(version, policy)), ...position }
  },
})
