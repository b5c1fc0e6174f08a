/** s3:GetAnalyticsConfiguration: one configuration, by its id. */
import { s3 } from '../api.ts'
import { bucketReading } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { configuration } from '../configurations/bucketConfiguration.ts'
import * as errors from '../errors.ts'

export const getBucketAnalyticsConfiguration = bucketReading(s3.GetBucketAnalyticsConfiguration, {
  authorize: onBucket('s3:GetAnalyticsConfiguration'),

  async handle({ input, place, store }) {
    const kept = await configuration(store, place, 'analytics', input.Id)
    if (!kept) throw errors.noSuchConfiguration()
    return { AnalyticsConfiguration: kept }
  },
})
