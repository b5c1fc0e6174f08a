/** Canned ACLs (S3 User Guide, "Canned ACL"): names for the usual lists. */
import * as errors from '../errors.ts'
import {
  type AclPermission,
  ALL_USERS,
  AUTHENTICATED_USERS,
  type Grantee,
  LOG_DELIVERY,
  ownersOwn,
  type StoredAcl,
  type StoredGrant,
} from './storedAcl.ts'

export type AclSubject = 'bucket' | 'object'

/** Canonical user ids; of a bucket both are the same. */
export interface Owners {
  readonly owner: string
  readonly bucketOwner: string
}

type More = (owners: Owners) => StoredAcl

const grant = (grantee: Grantee, permission: AclPermission): StoredGrant => ({
  grantee,
  permission,
})
const toGroup =
  (uri: string, ...permissions: AclPermission[]): More =>
  () =>
    permissions.map((permission) => grant({ uri }, permission))
const toBucketOwner =
  (permission: AclPermission): More =>
  ({ owner, bucketOwner }) =>
    owner === bucketOwner ? [] : [grant({ id: bucketOwner }, permission)]

/** Beside the owner's FULL_CONTROL. */
const BOTH: readonly (readonly [string, More])[] = [
  ['private', () => []],
  ['public-read', toGroup(ALL_USERS, 'READ')],
  ['public-read-write', toGroup(ALL_USERS, 'READ', 'WRITE')],
  ['authenticated-read', toGroup(AUTHENTICATED_USERS, 'READ')],
]

const CANNED: Readonly<Record<AclSubject, ReadonlyMap<string, More>>> = {
  bucket: new Map([...BOTH, ['log-delivery-write', toGroup(LOG_DELIVERY, 'WRITE', 'READ_ACP')]]),
  object: new Map([
    ...BOTH,
    ['bucket-owner-read', toBucketOwner('READ')],
    ['bucket-owner-full-control', toBucketOwner('FULL_CONTROL')],
  ]),
}

const HEADER = 'x-amz-acl'

/** EC2 reads bundles of images by it: there is no EC2 here. */
const ELSEWHERE = 'aws-exec-read'

export function checkCannedAcl(name: string | undefined, subject: AclSubject): void {
  if (name === undefined || CANNED[subject].has(name)) return
  if (name === ELSEWHERE) throw errors.notImplementedHeader(HEADER)
  throw errors.invalidArgument(HEADER, name)
}

export const cannedAcl = (name: string, subject: AclSubject, owners: Owners): StoredAcl => [
  ...ownersOwn(owners.owner),
  ...(CANNED[subject].get(name)?.(owners) ?? []),
]
