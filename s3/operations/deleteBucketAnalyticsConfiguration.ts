/** s3:PutAnalyticsConfiguration, to have it no more. */
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { deleteConfiguration } from '../configurations/bucketConfiguration.ts'
import * as errors from '../errors.ts'

export const deleteBucketAnalyticsConfiguration = bucketWriting(
  s3.DeleteBucketAnalyticsConfiguration,
  {
    authorize: onBucket('s3:PutAnalyticsConfiguration'),

    async handle({ input, place, store }) {
      const wasThere = await deleteConfiguration(store, place, 'analytics', input.Id)
      if (!wasThere) throw errors.noSuchConfiguration()
    },
  },
)
