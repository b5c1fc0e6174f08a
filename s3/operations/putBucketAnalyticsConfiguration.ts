/** s3:PutAnalyticsConfiguration: one configuration of its id. */
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { putConfiguration } from '../configurations/bucketConfiguration.ts'
import { checkConfigurationCount, checkConfigurationId } from '../configurations/configurationId.ts'

// SIMPLIFICATION: the configuration is kept; nothing is analysed.
export const putBucketAnalyticsConfiguration = bucketWriting(s3.PutBucketAnalyticsConfiguration, {
  authorize: onBucket('s3:PutAnalyticsConfiguration'),

  validate: ({ input }) => checkConfigurationId(input.Id, input.AnalyticsConfiguration.Id),

  async handle({ input, place, store }) {
    await checkConfigurationCount(store, place, 'analytics', input.Id)
    await putConfiguration(store, place, 'analytics', input.AnalyticsConfiguration, input.Id)
  },
})
