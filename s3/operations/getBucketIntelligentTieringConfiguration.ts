/** s3:GetIntelligentTieringConfiguration: one configuration, by its id. */
import { s3 } from '../api.ts'
import { bucketReading } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { configuration } from '../configurations/bucketConfiguration.ts'
import * as errors from '../errors.ts'

export const getBucketIntelligentTieringConfiguration = bucketReading(
  s3.GetBucketIntelligentTieringConfiguration,
  {
    authorize: onBucket('s3:GetIntelligentTieringConfiguration'),

    async handle({ input, place, store }) {
      const kept = await configuration(store, place, 'tiering', input.Id)
      if (!kept) throw errors.noSuchConfiguration()
      return { IntelligentTieringConfiguration: kept }
    },
  },
)
