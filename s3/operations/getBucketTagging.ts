/** s3:GetBucketTagging: an empty set is told as none. */
import { s3 } from '../api.ts'
import { bucketReading } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { configuration } from '../configurations/bucketConfiguration.ts'
import * as errors from '../errors.ts'

export const getBucketTagging = bucketReading(s3.GetBucketTagging, {
  authorize: onBucket('s3:GetBucketTagging'),

  async handle({ place, store }) {
    const tagging = await configuration(store, place, 'tagging')
    if (!tagging?.TagSet.length) throw errors.noSuchTagSet(place.name)
    return tagging
  },
})
