/** s3:PutEncryptionConfiguration: how objects are encrypted that do not say it themselves. */
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { putConfiguration } from '../configurations/bucketConfiguration.ts'
import { checkBucketEncryption } from '../configurations/bucketEncryption.ts'

export const putBucketEncryption = bucketWriting(s3.PutBucketEncryption, {
  authorize: onBucket('s3:PutEncryptionConfiguration'),

  validate: ({ input }) => checkBucketEncryption(input.ServerSideEncryptionConfiguration),

  async handle({ input, place, store }) {
    await putConfiguration(store, place, 'encryption', input.ServerSideEncryptionConfiguration)
  },
})
