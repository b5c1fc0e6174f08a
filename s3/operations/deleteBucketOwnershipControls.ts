/** s3:PutBucketOwnershipControls, to have none: ACLs count again, and objects are their writers'. */
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { accessOf } from '../buckets/guardedBucket.ts'
import { onBucket } from '../checks.ts'
import { bucketAccess } from '../state.ts'

export const deleteBucketOwnershipControls = bucketWriting(s3.DeleteBucketOwnershipControls, {
  authorize: onBucket('s3:PutBucketOwnershipControls'),

  async handle({ place, store }) {
    const { ownership: _, ...access } = await accessOf(store, place)
    await store.put(bucketAccess, { account: place.account, region: '' }, place.name, access)
  },
})
