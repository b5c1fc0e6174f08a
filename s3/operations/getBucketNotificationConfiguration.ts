/** s3:GetBucketNotification: whom the bucket tells, which is nobody unless said. */
import { s3 } from '../api.ts'
import { bucketReading } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { configuration } from '../configurations/bucketConfiguration.ts'

export const getBucketNotificationConfiguration = bucketReading(
  s3.GetBucketNotificationConfiguration,
  {
    authorize: onBucket('s3:GetBucketNotification'),

    async handle({ place, store }) {
      const kept = await configuration(store, place, 'notification')
      return kept?.toEventBridge ? { EventBridgeConfiguration: {} } : {}
    },
  },
)
