/** s3:GetBucketLocation: the bucket's location as it was asked for, which is nothing in S3's first region. */
import { operation, s3 } from '../api.ts'
import { bucketAudit } from '../audit.ts'
import { bucketPlace } from '../buckets/bucketPlace.ts'
import { checkExpectedOwner, checkExpectedOwnerForm } from '../buckets/expectedOwner.ts'
import { onBucket } from '../checks.ts'
import type { BucketLocationConstraint } from '../model/shapes.ts'
import { buckets } from '../state.ts'

export const getBucketLocation = operation(s3.GetBucketLocation, {
  access: 'read',

  authorize: onBucket('s3:GetBucketLocation'),

  validate: ({ input }) => checkExpectedOwnerForm(input),

  async handle({ input, store }) {
    const place = await bucketPlace(store, input.Bucket)
    checkExpectedOwner(place, input)
    const bucket = await store.get(buckets, { account: place.account, region: '' }, place.name)
    const constraint = bucket?.value.locationConstraint
    return { LocationConstraint: constraint as BucketLocationConstraint | undefined }
  },

  audit: bucketAudit,
})
