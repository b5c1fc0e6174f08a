/** s3:PutBucketCORS, to have none: browsers are told nothing. */
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { deleteConfiguration } from '../configurations/bucketConfiguration.ts'

export const deleteBucketCors = bucketWriting(s3.DeleteBucketCors, {
  authorize: onBucket('s3:PutBucketCORS'),

  async handle({ place, store }) {
    await deleteConfiguration(store, place, 'cors')
  },
})
