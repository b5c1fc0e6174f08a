/** s3:PutIntelligentTieringConfiguration: one configuration of its id. */
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { putConfiguration } from '../configurations/bucketConfiguration.ts'
import { checkConfigurationCount, checkConfigurationId } from '../configurations/configurationId.ts'

// SIMPLIFICATION: the configuration is kept; objects do not change their tier.
export const putBucketIntelligentTieringConfiguration = bucketWriting(
  s3.PutBucketIntelligentTieringConfiguration,
  {
    authorize: onBucket('s3:PutIntelligentTieringConfiguration'),

    validate: ({ input }) =>
      checkConfigurationId(input.Id, input.IntelligentTieringConfiguration.Id),

    async handle({ input, place, store }) {
      await checkConfigurationCount(store, place, 'tiering', input.Id)
      await putConfiguration(
        store,
        place,
        'tiering',
        input.IntelligentTieringConfiguration,
        input.Id,
      )
    },
  },
)
