/** s3:PutInventoryConfiguration: one configuration of its id. */
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { putConfiguration } from '../configurations/bucketConfiguration.ts'
import { checkConfigurationCount, checkConfigurationId } from '../configurations/configurationId.ts'
import { checkInventoryDestination } from '../configurations/inventoryDestination.ts'

// SIMPLIFICATION: the configuration is kept; no inventory is written.
export const putBucketInventoryConfiguration = bucketWriting(s3.PutBucketInventoryConfiguration, {
  authorize: onBucket('s3:PutInventoryConfiguration'),

  validate: ({ input }) => {
    checkConfigurationId(input.Id, input.InventoryConfiguration.Id)
    checkInventoryDestination(input.InventoryConfiguration)
  },

  async handle({ input, place, store }) {
    await checkConfigurationCount(store, place, 'inventory', input.Id)
    await putConfiguration(store, place, 'inventory', input.InventoryConfiguration, input.Id)
  },
})
