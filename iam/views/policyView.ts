/** A managed policy as answers show it, AWS's and the account's own alike. */

import type { PolicyUse } from '../lookup/policyUses.ts'
import type { Policy, PolicyVersion as VersionShape } from '../model/shapes.ts'
import type { ManagedPolicy } from '../policy/managed/managedPolicy.ts'
import type { CustomerPolicy, PolicyVersion } from '../state.ts'
import { encodedDocument } from './encodedDocument.ts'

/** What a list shows; its description and tags are left out there. */
export function listedPolicy(policy: CustomerPolicy | ManagedPolicy, use: PolicyUse): Policy {
  return {
    PolicyName: policy.name,
    ...idAndDates(policy),
    Arn: policy.arn,
    Path: policy.path,
    DefaultVersionId: policy.defaultVersionId,
    AttachmentCount: use.attached,
    PermissionsBoundaryUsageCount: use.boundary,
    IsAttachable: true,
  }
}

export const policyView = (policy: CustomerPolicy | ManagedPolicy, use: PolicyUse): Policy => ({
  ...listedPolicy(policy, use),
  Description: policy.description,
  Tags: 'tags' in policy ? [...policy.tags] : [],
})

const idAndDates = (policy: CustomerPolicy | ManagedPolicy) =>
  'policyId' in policy
    ? {
        PolicyId: policy.policyId,
        CreateDate: new Date(policy.createDate),
        UpdateDate: new Date(policy.updateDate),
      }
    : {
        PolicyId: policy.id,
        CreateDate: new Date(policy.createdAt),
        UpdateDate: new Date(policy.updatedAt),
      }

/** SIMPLIFICATION: of AWS's own policies only the version in force is known. */
export function versionsOf(policy: CustomerPolicy | ManagedPolicy): readonly PolicyVersion[] {
  if ('versions' in policy) return policy.versions
  const { defaultVersionId, document, updateDate } = policy
  return [{ id: defaultVersionId, document, createdAt: Date.parse(updateDate) }]
}

export const listedVersion = (
  { id, createdAt }: PolicyVersion,
  { defaultVersionId }: CustomerPolicy | ManagedPolicy,
): VersionShape => ({
  VersionId: id,
  IsDefaultVersion: id === defaultVersionId,
  CreateDate: new Date(createdAt),
})

export const versionView = (
  version: PolicyVersion,
  policy: CustomerPolicy | ManagedPolicy,
): VersionShape => ({
  ...listedVersion(version, policy),
  Document: encodedDocument(version.document),
})
