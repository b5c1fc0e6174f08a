/** s3:GetBucketAcl: who was given what; where ACLs do not count, the owner's own. */
import { hasAcls } from '../acl/hasAcls.ts'
import { shownAcl } from '../acl/shownAcl.ts'
import { ownersOwn } from '../acl/storedAcl.ts'
import { s3 } from '../api.ts'
import { bucketReading } from '../bucketOperation.ts'
import { canonicalUserId } from '../buckets/canonicalUserId.ts'
import { accessOf } from '../buckets/guardedBucket.ts'
import { onBucket } from '../checks.ts'

export const getBucketAcl = bucketReading(s3.GetBucketAcl, {
  authorize: onBucket('s3:GetBucketAcl'),

  async handle({ place, store }) {
    const owner = await canonicalUserId(store, place.account)
    const access = await accessOf(store, place)
    const acl = hasAcls(access) ? access.acl : undefined
    return shownAcl(owner, acl ?? ownersOwn(owner))
  },
})
