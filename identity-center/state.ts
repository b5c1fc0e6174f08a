/**
 * What Identity Center remembers. There is one instance, in one account and region; all else lies in its scope,
 * so that whoever knows the instance knows where to look and what to lock.
 */
import { createHash } from 'node:crypto'
import { defineCollection, type Scope } from '#kernel/store/store.ts'

export interface Instance {
  /** The account that it lives in: the organization's management account, or one that it delegated to. */
  readonly accountId: string
  readonly region: string
  /** `ssoins-` and 16 hexadecimal digits. */
  readonly instanceId: string
  /** `d-` and ten hexadecimal digits. */
  readonly identityStoreId: string
  /** `ins-` and 16 hexadecimal digits: the access portal as an identity provider towards STS. */
  readonly portalId: string
  /** The last part of the address to which identity providers post. */
  readonly consumerId: string
}

export interface User {
  readonly userId: string
  /** What an identity provider must say as NameID. */
  readonly userName: string
  readonly givenName: string
  readonly familyName: string
  readonly displayName: string
  readonly enabled: boolean
}

export interface Group {
  readonly groupId: string
  readonly displayName: string
}

export interface Membership {
  readonly membershipId: string
}

/** An account of the organization, as the portal shows it. */
export interface Account {
  readonly accountId: string
  readonly name: string
  readonly email?: string | undefined
}

export interface PermissionSet {
  readonly permissionSetId: string
  readonly name: string
  /** Seconds. */
  readonly sessionDuration: number
  /** ARNs. */
  readonly managedPolicies: readonly string[]
  /** JSON. */
  readonly inlinePolicy?: string | undefined
  /** ARN of a managed policy. */
  readonly permissionsBoundary?: string | undefined
}

export interface Assignment {
  readonly accountId: string
  readonly permissionSetId: string
  readonly principalType: PrincipalType
  readonly principalId: string
}

export type PrincipalType = 'USER' | 'GROUP'

/** A person who has come through the identity provider. */
export interface PortalSession {
  readonly userId: string
  /** Names the session in audit records; opens nothing. */
  readonly credentialId: string
  /** Entity id of the identity provider that vouched for them. */
  readonly identityProvider: string
  /** Its name for people, as its metadata gave it. */
  readonly company?: string | undefined
  /** Milliseconds since the epoch, as all instants here. */
  readonly startedAt: number
  readonly endsAt: number
}

export interface AccessToken {
  readonly userId: string
  /** Key of the portal session in which it was approved, and with which it ends. */
  readonly sessionKey: string
  readonly clientId: string
  readonly scopes: readonly string[]
  readonly credentialId: string
  readonly expiresAt: number
}

/** A client that asked for access, and what became of it (RFC 8628). */
export interface DeviceAuthorization {
  readonly userCode: string
  readonly clientId: string
  readonly clientName: string
  readonly scopes: readonly string[]
  readonly askedFrom: string
  readonly startedAt: number
  readonly expiresAt: number
  readonly polls: Polls
  readonly decision: Decision
}

/** How often the client asked, and when last. */
export interface Polls {
  readonly count: number
  readonly lastAt: number
}

export type Decision =
  | { readonly made: 'none' }
  | { readonly made: 'denied' }
  /** By whoever has this portal session, for as long as it lasts. */
  | { readonly made: 'allowed'; readonly sessionKey: string }
  /** Allowed, and the token has been fetched. */
  | { readonly made: 'spent' }

/** A sign-in that a browser has begun and not ended. */
export interface SignInRequest {
  /** ID of the AuthnRequest. */
  readonly requestId: string
  /** Hash of the cookie by which the browser is known again. */
  readonly browser: string
  readonly returnTo: ReturnTo
  readonly workflowId: string
}

/** Where a person goes after signing in: never an address that came from outside. */
export type ReturnTo = { readonly page: 'start' } | { readonly page: 'device'; userCode: string }

/** The key and certificate with which the portal signs for one account. */
export interface ProviderKey {
  readonly privateKeyPem: string
  readonly certificatePem: string
  readonly certificateBase64: string
}

/** The SAML provider that stands for Identity Center in an account. */
export interface ProvisionedAccount {
  readonly providerName: string
}

/** The role that stands for a permission set in an account. */
export interface ProvisionedRole {
  readonly roleName: string
  readonly status: 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED'
  readonly failure?: ProvisioningFailure | undefined
  readonly changedAt: number
}

export interface ProvisioningFailure {
  /** As STS or IAM said it. */
  readonly code: string
  readonly message: string
  /** Whether they refused, or did not answer as they should. */
  readonly kind: 'refused' | 'broken'
}

export const globalScope: Scope = { account: '', region: '' }

/** Global; one entry, `instanceKey`. */
export const instances = defineCollection<Instance>('identity-center/instances')
export const instanceKey = 'instance'

export const scopeOf = ({ accountId, region }: Instance): Scope => ({ account: accountId, region })

/** One entry, `current`: with which client registrations are signed; base64. */
export const registrationKeys = defineCollection<string>('identity-center/registration-keys')
/** By user id. */
export const users = defineCollection<User>('identity-center/users')
/** User ids by `userNameKey`. */
export const userIds = defineCollection<string>('identity-center/user-ids')
/** By group id. */
export const groups = defineCollection<Group>('identity-center/groups')
/** By `user id/group id`. */
export const memberships = defineCollection<Membership>('identity-center/memberships')
/** By account id. */
export const accounts = defineCollection<Account>('identity-center/accounts')
/** By permission set id. */
export const permissionSets = defineCollection<PermissionSet>('identity-center/permission-sets')
/** By `assignmentKey`. */
export const assignments = defineCollection<Assignment>('identity-center/assignments')
/** By `secretKey` of the cookie, token or code, as are the next two. */
export const portalSessions = defineCollection<PortalSession>('identity-center/portal-sessions')
export const accessTokens = defineCollection<AccessToken>('identity-center/access-tokens')
export const deviceAuthorizations = defineCollection<DeviceAuthorization>(
  'identity-center/device-authorizations',
)
/** By `secretKey` of the RelayState. */
export const signInRequests = defineCollection<SignInRequest>('identity-center/sign-in-requests')
/** Keys of device authorizations, by user code. */
export const userCodes = defineCollection<string>('identity-center/user-codes')
/** Assertions that have been used, by the hash of their ID, until they are over. */
export const usedAssertions = defineCollection<true>('identity-center/used-assertions', {
  movesOnRefusal: true,
})
/** Wrong user codes that a person entered lately, by user id. */
export const wrongCodes = defineCollection<number>('identity-center/wrong-codes', {
  movesOnRefusal: true,
})
/** By account id. */
export const providerKeys = defineCollection<ProviderKey>('identity-center/provider-keys')
export const provisionedAccounts = defineCollection<ProvisionedAccount>(
  'identity-center/provisioned-accounts',
)
/** By `account id/permission set id`. */
export const provisionedRoles = defineCollection<ProvisionedRole>(
  'identity-center/provisioned-roles',
)

/** Bearer tokens and codes are kept as hashes: who reads the store cannot use them. */
export const secretKey = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex')

/** Names differ by more than capitals (identity store: user names are unique without regard to case). */
export const userNameKey = (userName: string): string => userName.normalize('NFC').toLowerCase()

export const principalPrefix = (type: PrincipalType, id: string): string => `${type}/${id}/`

export const assignmentKey = (assignment: Assignment): string => {
  const { principalType, principalId, accountId, permissionSetId } = assignment
  return `${principalPrefix(principalType, principalId)}${accountId}/${permissionSetId}`
}

export const provisionedRoleKey = (accountId: string, permissionSetId: string): string =>
  `${accountId}/${permissionSetId}`
