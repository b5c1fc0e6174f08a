/** iam:CreatePolicyVersion: another text of a managed policy, in force at once if asked. */
import { iam, operation } from '../api.ts'
import { policyCheck } from '../checks/policyCheck.ts'
import { tooManyVersions } from '../errors.ts'
import { editablePolicy } from '../lookup/existingPolicy.ts'
import { quotas } from '../quotas.ts'
import { checkManagedPolicy } from '../rules/checkManagedPolicy.ts'
import { customerPolicies, nameKey, scopeOf } from '../state.ts'
import { listedVersion } from '../views/policyView.ts'

export const createPolicyVersion = operation(iam.CreatePolicyVersion, {
  access: 'write',
  authorize: policyCheck('iam:CreatePolicyVersion'),

  async handle({ input, caller, store, clock }) {
    const { PolicyArn, PolicyDocument: document, SetAsDefault = false } = input
    const policy = await editablePolicy(store, caller, 'iam:CreatePolicyVersion', PolicyArn)
    checkManagedPolicy(document)
    if (policy.versions.length >= quotas.versionsPerPolicy)
      throw tooManyVersions(quotas.versionsPerPolicy)
    const versionsMade = policy.versionsMade + 1
    const version = { id: `v${versionsMade}`, document, createdAt: clock.now() }
    const changed = {
      ...policy,
      versionsMade,
      versions: [...policy.versions, version],
      defaultVersionId: SetAsDefault ? version.id : policy.defaultVersionId,
      updatedAt: clock.now(),
    }
    await store.put(customerPolicies, scopeOf(caller.accountId), nameKey(policy.name), changed)
    return { PolicyVersion: listedVersion(version, changed) }
  },
})
