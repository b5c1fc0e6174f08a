/** s3:DeleteBucketPolicy: after it there is none, whether or not there was one. */
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { accessOf } from '../buckets/guardedBucket.ts'
import { checkPolicyOwner } from '../policy/checkPolicyOwner.ts'
import { onBucketPolicy } from '../policy/onBucketPolicy.ts'
import { bucketAccess } from '../state.ts'

export const deleteBucketPolicy = bucketWriting(s3.DeleteBucketPolicy, {
  authorize: onBucketPolicy('s3:DeleteBucketPolicy'),

  async handle({ place, caller, facts, store, explain }) {
    checkPolicyOwner(place, caller, facts.request.method)
    const { policy, ...access } = await accessOf(store, place)
    explain('s3', { bucket: place.name, wasThere: policy !== undefined })
    await store.put(bucketAccess, { account: place.account, region: '' }, place.name, access)
  },
})
