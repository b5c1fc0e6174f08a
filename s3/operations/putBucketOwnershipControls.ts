/** s3:PutBucketOwnershipControls: whose the objects are that others put here, and so whether ACLs count. */
import { askedOwnership } from '../acl/askedOwnership.ts'
import { givesToOthers } from '../acl/givesToOthers.ts'
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { canonicalUserId } from '../buckets/canonicalUserId.ts'
import { accessOf } from '../buckets/guardedBucket.ts'
import { onBucket } from '../checks.ts'
import * as errors from '../errors.ts'
import { bucketAccess } from '../state.ts'

export const putBucketOwnershipControls = bucketWriting(s3.PutBucketOwnershipControls, {
  authorize: onBucket('s3:PutBucketOwnershipControls'),

  validate: ({ input }) => void askedOwnership(input),

  async handle({ input, place, store }) {
    const ownership = askedOwnership(input)
    const access = { ...(await accessOf(store, place)), ownership }
    const owner = await canonicalUserId(store, place.account)
    // Grants that would silently end: S3 wants them taken back first.
    if (ownership === 'BucketOwnerEnforced' && givesToOthers(access.acl, owner))
      throw errors.bucketAclWithObjectOwnership()
    await store.put(bucketAccess, { account: place.account, region: '' }, place.name, access)
  },
})
