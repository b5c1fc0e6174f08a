/** s3:PutEncryptionConfiguration, back to S3's own keys. */
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { deleteConfiguration } from '../configurations/bucketConfiguration.ts'

export const deleteBucketEncryption = bucketWriting(s3.DeleteBucketEncryption, {
  authorize: onBucket('s3:PutEncryptionConfiguration'),

  async handle({ place, store }) {
    await deleteConfiguration(store, place, 'encryption')
  },
})
