/** s3:DeleteBucketWebsite: the bucket is a website no more. */
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { deleteConfiguration } from '../configurations/bucketConfiguration.ts'

export const deleteBucketWebsite = bucketWriting(s3.DeleteBucketWebsite, {
  authorize: onBucket('s3:DeleteBucketWebsite'),

  async handle({ place, store }) {
    await deleteConfiguration(store, place, 'website')
  },
})
