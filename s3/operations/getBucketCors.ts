/** s3:GetBucketCORS: the rules as they were put. */
import { s3 } from '../api.ts'
import { bucketReading } from '../bucketOperation.ts'
import { onBucket } from '../checks.ts'
import { configuration } from '../configurations/bucketConfiguration.ts'
import * as errors from '../errors.ts'

export const getBucketCors = bucketReading(s3.GetBucketCors, {
  authorize: onBucket('s3:GetBucketCORS'),

  async handle({ place, store }) {
    const cors = await configuration(store, place, 'cors')
    if (!cors) throw errors.noSuchCorsConfiguration(place.name)
    return cors
  },
})
