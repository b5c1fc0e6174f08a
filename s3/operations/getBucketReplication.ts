/** s3:GetReplicationConfiguration: there is none, since no bucket can have one here. */
import { s3 } from '../api.ts'
import { bucketReading } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import * as errors from '../errors.ts'

export const getBucketReplication = bucketReading(s3.GetBucketReplication, {
  authorize: onBucket('s3:GetReplicationConfiguration'),

  handle({ place }) {
    throw errors.replicationNotFound(place.name)
  },
})
