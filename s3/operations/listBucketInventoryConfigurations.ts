/** s3:GetInventoryConfiguration: all of them, a hundred a page. */
import { s3 } from '../api.ts'
import { bucketReading } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { configurationPage } from '../configurations/configurationPage.ts'

export const listBucketInventoryConfigurations = bucketReading(
  s3.ListBucketInventoryConfigurations,
  {
    authorize: onBucket('s3:GetInventoryConfiguration'),

    async handle({ input, place, store }) {
      const { items, ...page } = await configurationPage(store, place, 'inventory', input)
      return { ...page, InventoryConfigurationList: items }
    },
  },
)
