/** s3:PutBucketRequestPayment: who pays for requests of others, its owner or they. */
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { putConfiguration } from '../configurations/bucketConfiguration.ts'

export const putBucketRequestPayment = bucketWriting(s3.PutBucketRequestPayment, {
  authorize: onBucket('s3:PutBucketRequestPayment'),

  async handle({ input, place, store }) {
    await putConfiguration(store, place, 'requestPayment', input.RequestPaymentConfiguration)
  },
})
