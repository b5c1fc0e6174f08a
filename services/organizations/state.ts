/** The organization: its tree and its policies, one entry each, found again from any of its accounts. */
import { defineCollection } from '#kernel/store/store.ts'

export type PolicyType = 'SCP' | 'RCP'

export interface Organization {
  /** `o-` and ten characters. */
  readonly id: string
  readonly managementAccountId: string
  /** `r-` and four characters. */
  readonly rootId: string
}

/** A root or an OU. */
export interface OrganizationalUnit {
  readonly id: string
  readonly name: string
  /** The unit above; null for the root. */
  readonly parentId: string | null
}

export interface Membership {
  readonly organizationId: string
  readonly parentId: string
}

export interface OrganizationPolicy {
  readonly id: string
  readonly arn: string
  readonly name: string
  readonly type: PolicyType
  /** JSON text. */
  readonly document: string
}

/** By organization id. Nobody's account: one organization spans many. */
export const organizations = defineCollection<Organization>('organizations/organizations')
/** By unit id. */
export const units = defineCollection<OrganizationalUnit>('organizations/units')
/** By account id. */
export const memberships = defineCollection<Membership>('organizations/memberships')
/** By policy id. */
export const policies = defineCollection<OrganizationPolicy>('organizations/policies')
/** `target/policy`, so that a target's policies stand together; the value is the policy's id. */
export const attachments = defineCollection<string>('organizations/attachments')

export const scope = { account: '', region: '' } as const
