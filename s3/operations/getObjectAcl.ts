/** s3:GetObjectAcl: who was given what of an object; where ACLs do not count, the bucket owner's own. */
import { hasAcls } from '../acl/hasAcls.ts'
import { shownAcl } from '../acl/shownAcl.ts'
import { ownersOwn } from '../acl/storedAcl.ts'
import { operation, s3 } from '../api.ts'
import { objectAudit } from '../audit.ts'
import { bucketPlace } from '../buckets/bucketPlace.ts'
import { canonicalUserId } from '../buckets/canonicalUserId.ts'
import { checkExpectedOwnerForm } from '../buckets/expectedOwner.ts'
import { accessOf, guardedObject } from '../buckets/guardedBucket.ts'
import { bucketCheck, objectCheck } from '../checks.ts'
import { findObject } from '../objects/findObject.ts'
import { refuseUnsupported, unsupportedOptions } from '../unsupportedOptions.ts'

export const getObjectAcl = operation(s3.GetObjectAcl, {
  access: 'read',

  /** The second decision decides what is said of a key that is not there. */
  authorize: async ({ input, read }) => {
    const place = await guardedObject(read, input.Bucket, input.Key)
    return [
      objectCheck('s3:GetObjectAcl', place, input.Key),
      { ...bucketCheck('s3:ListBucket', place), advisory: true },
    ]
  },

  validate: ({ input, facts }) => {
    refuseUnsupported(facts.request, unsupportedOptions.GetObjectAcl)
    checkExpectedOwnerForm(input)
  },

  async handle({ input, caller, store, decisions }) {
    const object = await findObject({ input, caller, store, mayList: decisions[1] })
    const place = await bucketPlace(store, input.Bucket)
    const bucketOwner = await canonicalUserId(store, place.account)
    if (!hasAcls(await accessOf(store, place))) return shownAcl(bucketOwner, ownersOwn(bucketOwner))
    const owner = object.owner?.id ?? bucketOwner
    return shownAcl(owner, object.acl ?? ownersOwn(owner))
  },

  audit: objectAudit,
})
