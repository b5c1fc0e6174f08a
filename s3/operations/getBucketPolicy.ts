/** s3:GetBucketPolicy: the text as it was written, with unique ids in the place of those who were deleted since. */
import { s3 } from '../api.ts'
import { bucketReading } from '../bucketOperation.ts'
import { bucketPlace } from '../buckets/bucketPlace.ts'
import { accessOf } from '../buckets/guardedBucket.ts'
import * as errors from '../errors.ts'
import { checkPolicyOwner } from '../policy/checkPolicyOwner.ts'
import { onBucketPolicy } from '../policy/onBucketPolicy.ts'

export const getBucketPolicy = bucketReading(s3.GetBucketPolicy, {
  authorize: onBucketPolicy('s3:GetBucketPolicy'),

  /** IAM knows who is still there. */
  async prepare({ input, read, hops }) {
    const { policy } = await accessOf(read, await bucketPlace(read, input.Bucket))
    if (!policy || policy.principals.length === 0) return policy?.document
    const { document, principals } = policy
    const { statement } = await hops.policies.currentDocument({ document, principals })
    return statement.body.document
  },

  async handle({ place, caller, facts, prepared: document }) {
    checkPolicyOwner(place, caller, facts.request.method)
    if (document === undefined) throw errors.noSuchBucketPolicy(place.name)
    return { Policy: document }
  },
})
