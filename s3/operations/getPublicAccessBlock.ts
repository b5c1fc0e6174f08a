/** s3:GetBucketPublicAccessBlock: the bucket's own settings; its account's may be stricter. */
import { s3 } from '../api.ts'
import { bucketReading } from '../bucketOperation.ts'
import { accessOf } from '../buckets/guardedBucket.ts'
import { onBucket } from '../checks.ts'
import * as errors from '../errors.ts'

export const getPublicAccessBlock = bucketReading(s3.GetPublicAccessBlock, {
  authorize: onBucket('s3:GetBucketPublicAccessBlock'),

  async handle({ place, store }) {
    const { publicAccessBlock } = await accessOf(store, place)
    if (!publicAccessBlock) throw errors.noSuchPublicAccessBlock(place.name)
    return { PublicAccessBlockConfiguration: publicAccessBlock }
  },
})
