/** s3:PutReplicationConfiguration: copies to other buckets, which needs versions. */
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import * as errors from '../errors.ts'

export const putBucketReplication = bucketWriting(s3.PutBucketReplication, {
  authorize: onBucket('s3:PutReplicationConfiguration'),

  /** No bucket has versions here yet. */
  handle({ place }) {
    throw errors.replicationNeedsVersions(place.name)
  },
})
