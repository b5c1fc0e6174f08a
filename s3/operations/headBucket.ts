/** s3:ListBucket, asked without listing: does the bucket exist, may I see into it, and where is it? */
import { operation, s3 } from '../api.ts'
import { bucketAudit } from '../audit.ts'
import { bucketPlace } from '../buckets/bucketPlace.ts'
import { checkExpectedOwner, checkExpectedOwnerForm } from '../buckets/expectedOwner.ts'
import { onBucket } from '../checks.ts'

export const headBucket = operation(s3.HeadBucket, {
  access: 'read',

  authorize: onBucket('s3:ListBucket'),

  validate: ({ input }) => checkExpectedOwnerForm(input),

  async handle({ input, store }) {
    const place = await bucketPlace(store, input.Bucket)
    checkExpectedOwner(place, input)
    return { BucketRegion: place.region, AccessPointAlias: false }
  },

  audit: bucketAudit,
})
