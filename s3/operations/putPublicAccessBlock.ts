/** s3:PutBucketPublicAccessBlock: which public access the bucket refuses, whatever its policy and ACLs say. */
import { s3 } from '../api.ts'
import { bucketWriting } from '../bucketOperation.ts'
import { accessOf } from '../buckets/guardedBucket.ts'
import { onBucket } from '../checks.ts'
import { readPublicAccessBlock } from '../public-access/readPublicAccessBlock.ts'
import { bucketAccess } from '../state.ts'

export const putPublicAccessBlock = bucketWriting(s3.PutPublicAccessBlock, {
  authorize: onBucket('s3:PutBucketPublicAccessBlock'),

  async handle({ input, place, store, explain }) {
    const publicAccessBlock = readPublicAccessBlock(input.PublicAccessBlockConfiguration)
    explain('s3', { bucket: place.name, ...publicAccessBlock })
    const access = { ...(await accessOf(store, place)), publicAccessBlock }
    await store.put(bucketAccess, { account: place.account, region: '' }, place.name, access)
  },
})
