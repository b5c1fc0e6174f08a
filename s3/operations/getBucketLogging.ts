/** s3:GetBucketLogging: where the log of accesses goes; nothing where there is none. */
import { s3 } from '../api.ts'
import { bucketReading } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { configuration } from '../configurations/bucketConfiguration.ts'

export const getBucketLogging = bucketReading(s3.GetBucketLogging, {
  authorize: onBucket('s3:GetBucketLogging'),

  async handle({ place, store }) {
    return { LoggingEnabled: await configuration(store, place, 'logging') }
  },
})
