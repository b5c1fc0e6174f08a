/**
 * Whose a new object is, and what its ACL says (S3 User Guide, "Controlling ownership of objects"): the bucket
 * owner's, unless ACLs count and another account writes it.
 */
import type { Caller } from '#kernel/hops/caller.ts'
import type { Reader } from '#kernel/store/store.ts'
import { objectArn } from '../arns.ts'
import type { BucketPlace } from '../buckets/bucketPlace.ts'
import { canonicalUserId } from '../buckets/canonicalUserId.ts'
import { accessOf, accountBlockOf } from '../buckets/guardedBucket.ts'
import * as errors from '../errors.ts'
import { isBlocked } from '../public-access/effectiveBlock.ts'
import type { BucketAccess, StoredObject } from '../state.ts'
import { type AclOptions, askedAcl, hasHeaderGrants } from './askedAcl.ts'
import { hasAcls } from './hasAcls.ts'
import { isPublicAcl } from './storedAcl.ts'

const FULL_CONTROL = 'bucket-owner-full-control'

/** What an ACL may say that does not count: what is so anyway. */
const HARMLESS: ReadonlySet<string | undefined> = new Set([undefined, 'private', FULL_CONTROL])

export interface NewObject {
  readonly place: BucketPlace
  readonly key: string
  readonly caller: Caller
  readonly options: AclOptions
}

export async function ownershipToKeep(
  read: Reader,
  { place, key, caller, options }: NewObject,
): Promise<Pick<StoredObject, 'owner' | 'acl'>> {
  const access = await accessOf(read, place)
  if (!hasAcls(access)) {
    if (!HARMLESS.has(options.ACL) || hasHeaderGrants(options)) throw errors.aclNotSupported()
    return {}
  }
  const bucketOwner = await canonicalUserId(read, place.account)
  const account = writerOf(place, caller, access, options)
  const id = await canonicalUserId(read, account)
  const acl = askedAcl(options, 'object', { owner: id, bucketOwner })
  const accountBlock = await accountBlockOf(read, place.account)
  if (acl && isPublicAcl(acl) && isBlocked({ access, accountBlock }, 'BlockPublicAcls'))
    throw errors.publicAclBlocked(caller.arn, 's3:PutObject', objectArn(place.name, key))
  return { ...(account !== place.account && { owner: { account, id } }), ...(acl && { acl }) }
}

/**
 * SIMPLIFICATION: what nobody in particular writes is the bucket owner's; S3 has a canonical user for nobody.
 */
function writerOf(
  place: BucketPlace,
  caller: Caller,
  { ownership }: BucketAccess,
  { ACL }: AclOptions,
): string {
  const isGiven = ownership === 'BucketOwnerPreferred' && ACL === FULL_CONTROL
  return isGiven || caller.accountId === '' ? place.account : caller.accountId
}
