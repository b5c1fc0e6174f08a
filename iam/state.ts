/**
 * IAM's entities, each one entry of its account: a user or role holds its own inline policies and names the
 * managed ones, so that what decides about a caller is found with one look.
 */
import { defineCollection, type Scope } from '#kernel/store/store.ts'
import type { Tag } from './model/shapes.ts'

export type Tags = readonly Readonly<Tag>[]

export interface Account {
  readonly id: string
  readonly name: string
  readonly email?: string | undefined
  readonly canonicalUserId?: string | undefined
  readonly createdAt: number
  /** The name in place of the number, in the address where people sign in. */
  readonly alias?: string | undefined
  /** Keys of the root user. */
  readonly accessKeyIds: readonly string[]
}

export interface InlinePolicy {
  readonly name: string
  readonly document: string
}

/** What users, groups and roles have in common. Instants are milliseconds since the epoch. */
export interface PolicyHolder {
  /** `AIDA…`, `AGPA…`, `AROA…`: never used again, unlike the name. */
  readonly id: string
  readonly name: string
  /** Begins and ends with a slash. */
  readonly path: string
  readonly arn: string
  readonly createdAt: number
  readonly inlinePolicies: readonly InlinePolicy[]
  /** ARNs of managed policies. */
  readonly attachedPolicies: readonly string[]
}

/** Who can call: users and roles. */
export interface Principal extends PolicyHolder {
  readonly tags: Tags
  /** ARN of a managed policy. */
  readonly permissionsBoundary?: string | undefined
}

export interface User extends Principal {
  readonly accessKeyIds: readonly string[]
  /** Keys (`nameKey`) of its groups: what decides about the user is found from here. */
  readonly groups: readonly string[]
}

/** Users that have policies together. Who is in it, the users say. */
export type Group = PolicyHolder

export interface Role extends Principal {
  readonly trustPolicy: TrustPolicy
  readonly description?: string | undefined
  /** Seconds. */
  readonly maxSessionDuration: number
  /** Service principal of the service that a service-linked role belongs to. */
  readonly linkedService?: string | undefined
}

/** Who may assume a role. Its principals are the users and roles that bore these ARNs when it was written. */
export interface TrustPolicy {
  readonly document: string
  readonly principals: readonly TrustedPrincipal[]
}

export interface TrustedPrincipal {
  readonly arn: string
  readonly id: string
}

/** A customer managed policy. */
export interface CustomerPolicy {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly arn: string
  readonly description?: string | undefined
  readonly createdAt: number
  readonly updatedAt: number
  readonly tags: Tags
  readonly defaultVersionId: string
  readonly versions: readonly PolicyVersion[]
  /** How many it ever had: the number of one that was deleted is not given again. */
  readonly versionsMade: number
}

export interface PolicyVersion {
  readonly id: string
  readonly document: string
  readonly createdAt: number
}

/** What hands a role to a machine of EC2. */
export interface InstanceProfile {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly arn: string
  readonly createdAt: number
  readonly tags: Tags
  /** Key (`nameKey`) of its role. */
  readonly role?: string | undefined
}

export interface SamlProvider {
  readonly uuid: string
  readonly name: string
  readonly arn: string
  /** The identity provider's metadata document, as it was given. */
  readonly metadata: string
  readonly createdAt: number
  readonly validUntil: number
  readonly tags: Tags
}

export interface AccessKey {
  readonly id: string
  readonly secret: string
  readonly status: 'Active' | 'Inactive'
  readonly createdAt: number
  /** The user whose key it is; absent for the root user's. */
  readonly user?: { readonly id: string; readonly name: string } | undefined
}

export interface Use {
  readonly at: number
  readonly region: string
  /** `s3`; of a role's use nobody asks for the service. */
  readonly service: string
}

/** One entry, `account`. */
export const accounts = defineCollection<Account>('iam/accounts')
/** By alias, global: whose it is. */
export const aliasOwners = defineCollection<string>('iam/alias-owners')
/** By `nameKey`, as are groups, roles, policies, profiles and providers. */
export const users = defineCollection<User>('iam/users')
/** By unique id: today's ARN of users that bore another one before. */
export const renamedUsers = defineCollection<string>('iam/renamed-users')
export const groups = defineCollection<Group>('iam/groups')
export const roles = defineCollection<Role>('iam/roles')
export const instanceProfiles = defineCollection<InstanceProfile>('iam/instance-profiles')
export const customerPolicies = defineCollection<CustomerPolicy>('iam/policies')
export const samlProviders = defineCollection<SamlProvider>('iam/saml-providers')
/** By access key id. */
export const accessKeys = defineCollection<AccessKey>('iam/access-keys')
/** By access key id, global: the account of keys whose id does not name it. */
export const keyOwners = defineCollection<string>('iam/key-owners')
/** When a key, or a role by its unique id, was last used. */
export const lastUses = defineCollection<Use>('iam/last-uses', { movesOnRefusal: true })

export const accountKey = 'account'

/** IAM has no regions. */
export const scopeOf = (account: string): Scope => ({ account, region: '' })

export const globalScope: Scope = { account: '', region: '' }

/** Names keep their case and are unique without regard to it (IAM User Guide, "IAM and AWS STS quotas"). */
export const nameKey = (name: string): string => name.toLowerCase()
