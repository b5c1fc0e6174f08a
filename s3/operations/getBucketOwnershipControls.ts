/** s3:GetBucketOwnershipControls: whose the objects are that others put here. */
import { s3 } from '../api.ts'
import { bucketReading } from '../bucketOperation.ts'
import { accessOf } from '../buckets/guardedBucket.ts'
import { onBucket } from '../checks.ts'
import * as errors from '../errors.ts'

export const getBucketOwnershipControls = bucketReading(s3.GetBucketOwnershipControls, {
  authorize: onBucket('s3:GetBucketOwnershipControls'),

  async handle({ place, store }) {
    const { ownership } = await accessOf(store, place)
    if (ownership === undefined) throw errors.ownershipControlsNotFound(place.name)
    return { OwnershipControls: { Rules: [{ ObjectOwnership: ownership }] } }
  },
})
