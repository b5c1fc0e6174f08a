/** The bucket that shall take the log of another one's accesses. */
import type { Reader } from '#kernel/store/store.ts'
import { type BucketPlace, findBucket } from '../buckets/bucketPlace.ts'
import * as errors from '../errors.ts'
import type { LoggingEnabled } from '../model/shapes.ts'

export async function checkLoggingTarget(
  read: Reader,
  source: BucketPlace,
  { TargetBucket, TargetGrants }: LoggingEnabled,
): Promise<void> {
  const target = await findBucket(read, TargetBucket)
  if (!target)
    throw errors.invalidLoggingTarget(TargetBucket, 'The target bucket for logging does not exist')
  if (target.account !== source.account)
    throw errors.invalidLoggingTarget(
      TargetBucket,
      'The owner for the bucket to be logged and the target bucket must be the same.',
    )
  if (target.region !== source.region) throw errors.crossLocationLogging(source.region, target)
  if (TargetGrants?.length) throw errors.notImplementedParameter('TargetGrants')
}
