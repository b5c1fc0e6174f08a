/** A bucket with all that says who may come in, as a question to IAM needs it: no check can be made without. */
import type { Reader } from '#kernel/store/store.ts'
import { NEW_BUCKET_ACCESS } from '../public-access/newBucketAccess.ts'
import { accountBlocks, type BucketAccess, bucketAccess, type PublicAccessBlock } from '../state.ts'
import { type BucketPlace, bucketPlace } from './bucketPlace.ts'

export interface GuardedBucket extends BucketPlace {
  readonly access: BucketAccess
  /** The account's own block of public access, which no bucket's can weaken; looked at where something is public. */
  readonly accountBlock: PublicAccessBlock | undefined
}

export async function guardedBucket(read: Reader, name: string): Promise<GuardedBucket> {
  const place = await bucketPlace(read, name)
  const access = await accessOf(read, place)
  const accountBlock = access.policy?.isPublic
    ? await accountBlockOf(read, place.account)
    : undefined
  return { ...place, access, accountBlock }
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
