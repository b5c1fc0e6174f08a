/** s3:GetInventoryConfiguration: one configuration, by its id. */
import { s3 } from '../api.ts'
import { bucketReading } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { configuration } from '../configurations/bucketConfiguration.ts'
import * as errors from '../errors.ts'

export const getBucketInventoryConfiguration = bucketReading(s3.GetBucketInventoryConfiguration, {
  authorize: onBucket('s3:GetInventoryConfiguration'),

  async handle({ input, place, store }) {
    const kept = await configuration(store, place, 'inventory', input.Id)
    if (!kept) throw errors.noSuchConfiguration()
    return { InventoryConfiguration: kept }
  },
})
