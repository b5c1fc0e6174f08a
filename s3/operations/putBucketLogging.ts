/** s3:PutBucketLogging: where the log of accesses goes, a bucket of the same owner in the same region. */
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { deleteConfiguration, putConfiguration } from '../configurations/bucketConfiguration.ts'
import { checkLoggingTarget } from '../configurations/loggingTarget.ts'

// SIMPLIFICATION: the configuration is kept and checked; no access log is written.
export const putBucketLogging = bucketWriting(s3.PutBucketLogging, {
  authorize: onBucket('s3:PutBucketLogging'),

  async handle({ input, place, store }) {
    const { LoggingEnabled } = input.BucketLoggingStatus
    if (!LoggingEnabled) {
      await deleteConfiguration(store, place, 'logging')
      return
    }
    await checkLoggingTarget(store, place, LoggingEnabled)
    await putConfiguration(store, place, 'logging', LoggingEnabled)
  },
})
