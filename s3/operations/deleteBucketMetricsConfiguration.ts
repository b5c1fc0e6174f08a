/** s3:PutMetricsConfiguration, to have it no more. */
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { deleteConfiguration } from '../configurations/bucketConfiguration.ts'
import * as errors from '../errors.ts'

export const deleteBucketMetricsConfiguration = bucketWriting(s3.DeleteBucketMetricsConfiguration, {
  authorize: onBucket('s3:PutMetricsConfiguration'),

  async handle({ input, place, store }) {
    const wasThere = await deleteConfiguration(store, place, 'metrics', input.Id)
    if (!wasThere) throw errors.noSuchConfiguration()
  },
})
