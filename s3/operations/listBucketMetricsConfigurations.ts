/** s3:GetMetricsConfiguration: all of them, a hundred a page. */
import { s3 } from '../api.ts'
import { bucketReading } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { configurationPage } from '../configurations/configurationPage.ts'

export const listBucketMetricsConfigurations = bucketReading(s3.ListBucketMetricsConfigurations, {
  authorize: onBucket('s3:GetMetricsConfiguration'),

  async handle({ input, place, store }) {
    const { items, ...page } = await configurationPage(store, place, 'metrics', input)
    return { ...page, MetricsConfigurationList: items }
  },
})
