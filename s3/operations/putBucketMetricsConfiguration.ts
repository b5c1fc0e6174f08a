/** s3:PutMetricsConfiguration: one configuration of its id. */
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { putConfiguration } from '../configurations/bucketConfiguration.ts'
import { checkConfigurationCount, checkConfigurationId } from '../configurations/configurationId.ts'

// SIMPLIFICATION: the configuration is kept; nothing is measured.
export const putBucketMetricsConfiguration = bucketWriting(s3.PutBucketMetricsConfiguration, {
  authorize: onBucket('s3:PutMetricsConfiguration'),

  validate: ({ input }) => checkConfigurationId(input.Id, input.MetricsConfiguration.Id),

  async handle({ input, place, store }) {
    await checkConfigurationCount(store, place, 'metrics', input.Id)
    await putConfiguration(store, place, 'metrics', input.MetricsConfiguration, input.Id)
  },
})
