/** s3:GetBucketWebsite: the configuration as it was put. */
import { s3 } from '../api.ts'
import { bucketReading } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { configuration } from '../configurations/bucketConfiguration.ts'
import * as errors from '../errors.ts'

export const getBucketWebsite = bucketReading(s3.GetBucketWebsite, {
  authorize: onBucket('s3:GetBucketWebsite'),

  async handle({ place, store }) {
    const website = await configuration(store, place, 'website')
    if (!website) throw errors.noSuchWebsiteConfiguration(place.name)
    return website
  },
})
