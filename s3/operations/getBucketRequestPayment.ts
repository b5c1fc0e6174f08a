/** s3:GetBucketRequestPayment: the owner pays, unless said otherwise. */
import { s3 } from '../api.ts'
import { bucketReading } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { configuration } from '../configurations/bucketConfiguration.ts'

export const getBucketRequestPayment = bucketReading(s3.GetBucketRequestPayment, {
  authorize: onBucket('s3:GetBucketRequestPayment'),

  async handle({ place, store }) {
    return (
      (await configuration(store, place, 'requestPayment')) ?? { Payer: 'BucketOwner' as const }
    )
  },
})
