/** The ACL that a request gives a bucket, held against all that can forbid it. */
import type { Caller } from '#kernel/hops/caller.ts'
import type { Reader } from '#kernel/store/store.ts'
import { bucketArn } from '../arns.ts'
import type { BucketPlace } from '../buckets/bucketPlace.ts'
import { canonicalUserId } from '../buckets/canonicalUserId.ts'
import { accessOf, accountBlockOf } from '../buckets/guardedBucket.ts'
import * as errors from '../errors.ts'
import { isBlocked } from '../public-access/effectiveBlock.ts'
import { type AclOptions, askedAcl } from './askedAcl.ts'
import { hasAcls } from './hasAcls.ts'
import { isPublicAcl, type StoredAcl } from './storedAcl.ts'

export async function bucketAclToKeep(
  read: Reader,
  place: BucketPlace,
  caller: Caller,
  options: AclOptions,
): Promise<StoredAcl> {
  const access = await accessOf(read, place)
  if (!hasAcls(access)) throw errors.aclNotSupported()
  const owner = await canonicalUserId(read, place.account)
  const acl = askedAcl(options, 'bucket', { owner, bucketOwner: owner })
  if (!acl) throw errors.missingAcl()
  const accountBlock = await accountBlockOf(read, place.account)
  if (isPublicAcl(acl) && isBlocked({ access, accountBlock }, 'BlockPublicAcls'))
    throw errors.publicAclBlocked(caller.arn, 's3:PutBucketAcl', bucketArn(place.name))
  return acl
}
