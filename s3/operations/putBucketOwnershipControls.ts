/** s3:PutBucketOwnershipControls: whose the objects are that others put here. */
import { askedOwnership } from '../acl/askedOwnership.ts'
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { accessOf } from '../buckets/guardedBucket.ts'
import { onBucket } from '../checks.ts'
import { bucketAccess } from '../state.ts'

export const putBucketOwnershipControls = bucketWriting(s3.PutBucketOwnershipControls, {
  authorize: onBucket('s3:PutBucketOwnershipControls'),

  validate: ({ input }) => void askedOwnership(input),

  async handle({ place, store, input }) {
    const access = { ...(await accessOf(store, place)), ownership: askedOwnership(input) }
    await store.put(bucketAccess, { account: place.account, region: '' }, place.name, access)
  },
})
