/** The ACL that a request gives an object that is there, held against all that can forbid it. */
import type { Caller } from '#kernel/hops/caller.ts'
import type { Reader } from '#kernel/store/store.ts'
import { objectArn } from '../arns.ts'
import type { BucketPlace } from '../buckets/bucketPlace.ts'
import { canonicalUserId } from '../buckets/canonicalUserId.ts'
import { accessOf, accountBlockOf } from '../buckets/guardedBucket.ts'
import * as errors from '../errors.ts'
import { isBlocked } from '../public-access/effectiveBlock.ts'
import type { StoredObject } from '../state.ts'
import { type AclOptions, askedAcl } from './askedAcl.ts'
import { hasAcls } from './hasAcls.ts'
import { isPublicAcl, type StoredAcl } from './storedAcl.ts'

export interface AclChange {
  readonly place: BucketPlace
  readonly object: StoredObject
  readonly caller: Caller
  readonly options: AclOptions
}

export async function objectAclToKeep(
  read: Reader,
  { place, object, caller, options }: AclChange,
  key: string,
): Promise<StoredAcl> {
  const access = await accessOf(read, place)
  if (!hasAcls(access)) throw errors.aclNotSupported()
  const bucketOwner = await canonicalUserId(read, place.account)
  const owners = { owner: object.owner?.id ?? bucketOwner, bucketOwner }
  const acl = askedAcl(options, 'object', owners)
  if (!acl) throw errors.missingAcl()
  const accountBlock = await accountBlockOf(read, place.account)
  if (isPublicAcl(acl) && isBlocked({ access, accountBlock }, 'BlockPublicAcls'))
    throw errors.publicAclBlocked(caller.arn, 's3:PutObjectAcl', objectArn(place.name, key))
  return acl
}
