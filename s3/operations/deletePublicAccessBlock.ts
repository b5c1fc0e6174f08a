/** s3:PutBucketPublicAccessBlock, to have none: only the account's settings remain. */
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { accessOf } from '../buckets/guardedBucket.ts'
import { onBucket } from '../checks.ts'
import { bucketAccess } from '../state.ts'

export const deletePublicAccessBlock = bucketWriting(s3.DeletePublicAccessBlock, {
  authorize: onBucket('s3:PutBucketPublicAccessBlock'),

  async handle({ place, store }) {
    const { publicAccessBlock: _, ...access } = await accessOf(store, place)
    await store.put(bucketAccess, { account: place.account, region: '' }, place.name, access)
  },
})
