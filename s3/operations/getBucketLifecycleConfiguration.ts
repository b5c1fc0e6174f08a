/** s3:GetLifecycleConfiguration: the rules, each with its id. */
import { s3 } from '../api.ts'
import { bucketReading } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { configuration } from '../configurations/bucketConfiguration.ts'
import * as errors from '../errors.ts'
import { shownRule } from '../lifecycle/storedLifecycle.ts'

export const getBucketLifecycleConfiguration = bucketReading(s3.GetBucketLifecycleConfiguration, {
  authorize: onBucket('s3:GetLifecycleConfiguration'),

  async handle({ place, store }) {
    const kept = await configuration(store, place, 'lifecycle')
    if (!kept) throw errors.noSuchLifecycleConfiguration(place.name)
    return {
      Rules: kept.rules.map(shownRule),
      TransitionDefaultMinimumObjectSize: kept.minimumSize,
    }
  },
})
