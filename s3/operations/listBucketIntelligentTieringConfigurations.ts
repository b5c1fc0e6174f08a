/** s3:GetIntelligentTieringConfiguration: all of them, a hundred a page. */
import { s3 } from '../api.ts'
import { bucketReading } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { configurationPage } from '../configurations/configurationPage.ts'

export const listBucketIntelligentTieringConfigurations = bucketReading(
  s3.ListBucketIntelligentTieringConfigurations,
  {
    authorize: onBucket('s3:GetIntelligentTieringConfiguration'),

    async handle({ input, place, store }) {
      const { items, ...page } = await configurationPage(store, place, 'tiering', input)
      return { ...page, IntelligentTieringConfigurationList: items }
    },
  },
)
