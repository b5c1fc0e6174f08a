/** s3:PutLifecycleConfiguration, to have none: objects stay. */
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { deleteConfiguration } from '../configurations/bucketConfiguration.ts'

export const deleteBucketLifecycle = bucketWriting(s3.DeleteBucketLifecycle, {
  authorize: onBucket('s3:PutLifecycleConfiguration'),

  async handle({ place, store }) {
    await deleteConfiguration(store, place, 'lifecycle')
  },
})
