/** s3:PutIntelligentTieringConfiguration, to have it no more. */
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { deleteConfiguration } from '../configurations/bucketConfiguration.ts'
import * as errors from '../errors.ts'

export const deleteBucketIntelligentTieringConfiguration = bucketWriting(
  s3.DeleteBucketIntelligentTieringConfiguration,
  {
    authorize: onBucket('s3:PutIntelligentTieringConfiguration'),

    async handle({ input, place, store }) {
      const wasThere = await deleteConfiguration(store, place, 'tiering', input.Id)
      if (!wasThere) throw errors.noSuchConfiguration()
    },
  },
)
