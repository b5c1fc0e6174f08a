/** s3:PutReplicationConfiguration, to have none. */
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'

export const deleteBucketReplication = bucketWriting(s3.DeleteBucketReplication, {
  authorize: onBucket('s3:PutReplicationConfiguration'),

  handle: () => Promise.resolve(),
})
