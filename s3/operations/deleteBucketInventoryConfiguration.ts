/** s3:PutInventoryConfiguration, to have it no more. */
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { deleteConfiguration } from '../configurations/bucketConfiguration.ts'
import * as errors from '../errors.ts'

export const deleteBucketInventoryConfiguration = bucketWriting(
  s3.DeleteBucketInventoryConfiguration,
  {
    authorize: onBucket('s3:PutInventoryConfiguration'),

    async handle({ input, place, store }) {
      const wasThere = await deleteConfiguration(store, place, 'inventory', input.Id)
      if (!wasThere) throw errors.noSuchConfiguration()
    },
  },
)
