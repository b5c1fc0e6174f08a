/** s3:PutBucketPolicy: who may do what here, beside what their own policies say; public only where nothing blocks that. */

import { s3 } from '../api.ts'
import { bucketArn } from '../arns.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { bucketPlace } from '../buckets/bucketPlace.ts'
import { accessOf, accountBlockOf } from '../buckets/guardedBucket.ts'
import * as errors from '../errors.ts'
import { checkPolicyOwner } from '../policy/checkPolicyOwner.ts'
import { onBucketPolicy } from '../policy/onBucketPolicy.ts'
import { writtenBucketPolicy } from '../policy/writtenBucketPolicy.ts'
import { isBlocked } from '../public-access/effectiveBlock.ts'
import { bucketAccess } from '../state.ts'

// SIMPLIFICATION: S3 refuses a policy by which the caller could not change it again, unless
// x-amz-confirm-remove-self-bucket-access says so; here the root user alone can always change it.
export const putBucketPolicy = bucketWriting(s3.PutBucketPolicy, {
  authorize: onBucketPolicy('s3:PutBucketPolicy'),

  prepare: async ({ input, read, hops }) =>
    writtenBucketPolicy(input.Policy, await bucketPlace(read, input.Bucket), hops),

  async handle({ place, caller, facts, store, prepared: policy, explain }) {
    checkPolicyOwner(place, caller, facts.request.method)
    const access = await accessOf(store, place)
    const accountBlock = await accountBlockOf(store, place.account)
    explain('s3', { bucket: place.name, isPublic: policy.isPublic })
    if (policy.isPublic && isBlocked({ access, accountBlock }, 'BlockPublicPolicy'))
      throw errors.publicPolicyBlocked(caller.arn, bucketArn(place.name))
    const scope = { account: place.account, region: '' }
    await store.put(bucketAccess, scope, place.name, { ...access, policy })
  },
})
