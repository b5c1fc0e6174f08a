/** An access control list as it is kept: grants by canonical user id or by one of S3's groups. */
export type AclPermission = 'FULL_CONTROL' | 'READ' | 'WRITE' | 'READ_ACP' | 'WRITE_ACP'

export type Grantee = { readonly id: string } | { readonly uri: string }

export interface StoredGrant {
  readonly grantee: Grantee
  readonly permission: AclPermission
}

export type StoredAcl = readonly StoredGrant[]

const GROUPS = 'http://acs.amazonaws.com/groups/'
export const ALL_USERS = `${GROUPS}global/AllUsers`
export const AUTHENTICATED_USERS = `${GROUPS}global/AuthenticatedUsers`
export const LOG_DELIVERY = `${GROUPS}s3/LogDelivery`

/** What everything has that nobody gave an ACL. */
export const ownersOwn = (owner: string): StoredAcl => [
  { grantee: { id: owner }, permission: 'FULL_CONTROL' },
]

/** Everybody, and everybody with an account of AWS: both are the public. */
export const isPublicGrant = ({ grantee }: StoredGrant): boolean =>
  'uri' in grantee && (grantee.uri === ALL_USERS || grantee.uri === AUTHENTICATED_USERS)

export const isPublicAcl = (acl: StoredAcl): boolean => acl.some(isPublicGrant)
