/** s3:PutBucketCORS: which pages of other origins may call the bucket from a browser. */
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { putConfiguration } from '../configurations/bucketConfiguration.ts'
import { checkCors } from '../cors/checkCors.ts'

export const putBucketCors = bucketWriting(s3.PutBucketCors, {
  authorize: onBucket('s3:PutBucketCORS'),

  validate: ({ input }) => checkCors(input.CORSConfiguration),

  async handle({ input, place, store }) {
    await putConfiguration(store, place, 'cors', input.CORSConfiguration)
  },
})
