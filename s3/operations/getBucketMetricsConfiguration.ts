/** s3:GetMetricsConfiguration: one configuration, by its id. */
import { s3 } from '../api.ts'
import { bucketReading } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { configuration } from '../configurations/bucketConfiguration.ts'
import * as errors from '../errors.ts'

export const getBucketMetricsConfiguration = bucketReading(s3.GetBucketMetricsConfiguration, {
  authorize: onBucket('s3:GetMetricsConfiguration'),

  async handle({ input, place, store }) {
    const kept = await configuration(store, place, 'metrics', input.Id)
    if (!kept) throw errors.noSuchConfiguration()
    return { MetricsConfiguration: kept }
  },
})
