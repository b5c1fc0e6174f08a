/** iam:GetPolicyVersion: the text of a managed policy. */
import { iam, operation } from '../api.ts'
import { policyCheck } from '../checks/policyCheck.ts'
import { policyVersionNotFound } from '../errors.ts'
import { existingPolicy } from '../lookup/existingPolicy.ts'
import { versionsOf, versionView } from '../views/policyView.ts'

export const getPolicyVersion = operation(iam.GetPolicyVersion, {
  access: 'read',
  authorize: policyCheck('iam:GetPolicyVersion'),

  async handle({ input: { PolicyArn, VersionId }, caller, store }) {
    const policy = await existingPolicy(store, caller.accountId, PolicyArn)
    const version = versionsOf(policy).find(({ id }) => id === VersionId)
    if (version === undefined) throw policyVersionNotFound(PolicyArn, VersionId)
    return { PolicyVersion: versionView(version, policy) }
  },
})
