/** s3:GetAccelerateConfiguration: nothing where it was never told. */
import { s3 } from '../api.ts'
import { bucketReading } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { configuration } from '../configurations/bucketConfiguration.ts'

export const getBucketAccelerateConfiguration = bucketReading(s3.GetBucketAccelerateConfiguration, {
  authorize: onBucket('s3:GetAccelerateConfiguration'),

  async handle({ place, store }) {
    return { Status: (await configuration(store, place, 'accelerate'))?.Status }
  },
})
