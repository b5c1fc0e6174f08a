/**
 * A bucket with all that says who may come in, as a question to IAM needs it: no check can be made without. Where
 * ACLs count, also the object that the request is about: it has an owner and an ACL of its own.
 */
import type { Reader } from '#kernel/store/store.ts'
import { hasAcls } from '../acl/hasAcls.ts'
import { NEW_BUCKET_ACCESS } from '../public-access/newBucketAccess.ts'
import {
  accountBlocks,
  type BucketAccess,
  bucketAccess,
  objects,
  type PublicAccessBlock,
  type StoredObject,
} from '../state.ts'
import { type BucketPlace, bucketPlace, objectPlace } from './bucketPlace.ts'

export interface GuardedBucket extends BucketPlace {
  readonly access: BucketAccess
  /** The account's own block of public access, which no bucket's can weaken; looked at where it can matter. */
  readonly accountBlock: PublicAccessBlock | undefined
  readonly object?: StoredObject | undefined
}

export async function guardedBucket(read: Reader, name: string): Promise<GuardedBucket> {
  const place = await bucketPlace(read, name)
  const access = await accessOf(read, place)
  const canMatter = access.policy?.isPublic === true || hasAcls(access)
  const accountBlock = canMatter ? await accountBlockOf(read, place.account) : undefined
  return { ...place, access, accountBlock }
}

export async function guardedObject(
  read: Reader,
  name: string,
  key: string,
): Promise<GuardedBucket> {
  const bucket = await guardedBucket(read, name)
  if (!hasAcls(bucket.access)) return bucket
  const found = await read.get(objects, bucket, objectPlace(name, key))
  return found ? { ...bucket, object: found.value } : bucket
}

export async function accessOf(
  read: Reader,
  { name, account }: BucketPlace,
): Promise<BucketAccess> {
  const found = await read.get(bucketAccess, { account, region: '' }, name)
  return found?.value ?? NEW_BUCKET_ACCESS
}

export async function accountBlockOf(
  read: Reader,
  account: string,
): Promise<PublicAccessBlock | undefined> {
  return (await read.get(accountBlocks, { account, region: '' }, account))?.value
}
