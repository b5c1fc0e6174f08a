/** Finds a bucket by its name: whose it is and in which region, which is where its objects are. */
import type { Reader, Scope } from '#kernel/store/store.ts'
import * as errors from '../errors.ts'
import { bucketNames, NOBODY } from '../state.ts'

/** Also the scope of the bucket's objects. */
export interface BucketPlace extends Scope {
  readonly name: string
}

export async function findBucket(read: Reader, name: string): Promise<BucketPlace | undefined> {
  const found = await read.get(bucketNames, NOBODY, name)
  return found && { name, account: found.value.account, region: found.value.region }
}

/** Whether a name is taken is no secret: S3 tells also those who may do nothing. */
export async function bucketPlace(read: Reader, name: string): Promise<BucketPlace> {
  const place = await findBucket(read, name)
  if (!place) throw errors.noSuchBucket(name)
  return place
}

/** No bucket's name holds a slash: keys of two buckets never meet. */
export const objectPlace = (bucket: string, key: string): string => `${bucket}/${key}`
