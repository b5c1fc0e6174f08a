/** s3:PutBucketTagging, to have no tags. */
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { deleteConfiguration } from '../configurations/bucketConfiguration.ts'

export const deleteBucketTagging = bucketWriting(s3.DeleteBucketTagging, {
  authorize: onBucket('s3:PutBucketTagging'),

  async handle({ place, store }) {
    await deleteConfiguration(store, place, 'tagging')
  },
})
