/** s3:GetAnalyticsConfiguration: all of them, a hundred a page. */
import { s3 } from '../api.ts'
import { bucketReading } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { configurationPage } from '../configurations/configurationPage.ts'

export const listBucketAnalyticsConfigurations = bucketReading(
  s3.ListBucketAnalyticsConfigurations,
  {
    authorize: onBucket('s3:GetAnalyticsConfiguration'),

    async handle({ input, place, store }) {
      const { items, ...page } = await configurationPage(store, place, 'analytics', input)
      return { ...page, AnalyticsConfigurationList: items }
    },
  },
)
