/** s3:GetEncryptionConfiguration: never nothing, since every bucket encrypts. */
import { s3 } from '../api.ts'
import { bucketReading } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { configuration } from '../configurations/bucketConfiguration.ts'
import { DEFAULT_ENCRYPTION } from '../configurations/bucketEncryption.ts'

export const getBucketEncryption = bucketReading(s3.GetBucketEncryption, {
  authorize: onBucket('s3:GetEncryptionConfiguration'),

  async handle({ place, store }) {
    const kept = await configuration(store, place, 'encryption')
    return { ServerSideEncryptionConfiguration: kept ?? DEFAULT_ENCRYPTION }
  },
})
