/** s3:PutBucketNotification: whom the bucket tells of what happens to its objects. */
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { putConfiguration } from '../configurations/bucketConfiguration.ts'
import { checkTargets } from '../configurations/storedNotification.ts'

export const putBucketNotificationConfiguration = bucketWriting(
  s3.PutBucketNotificationConfiguration,
  {
    authorize: onBucket('s3:PutBucketNotification'),

    validate: ({ input }) => checkTargets(input.NotificationConfiguration),

    async handle({ input, place, store }) {
      const { EventBridgeConfiguration } = input.NotificationConfiguration
      const toEventBridge = EventBridgeConfiguration !== undefined
      await putConfiguration(store, place, 'notification', { toEventBridge })
    },
  },
)
