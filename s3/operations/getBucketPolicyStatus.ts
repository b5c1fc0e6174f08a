/** s3:GetBucketPolicyStatus: whether the bucket's policy is public. */
import { s3 } from '../api.ts'
import { bucketReading } from '../bucketOperation.ts'
import { accessOf } from '../buckets/guardedBucket.ts'
import { onBucket } from '../checks.ts'
import * as errors from '../errors.ts'

export const getBucketPolicyStatus = bucketReading(s3.GetBucketPolicyStatus, {
  authorize: onBucket('s3:GetBucketPolicyStatus'),

  async handle({ place, store }) {
    const { policy } = await accessOf(store, place)
    if (!policy) throw errors.noSuchBucketPolicy(place.name)
    return { PolicyStatus: { IsPublic: policy.isPublic } }
  },
})
