/** s3:GetObject: an object or a part of it, if the caller's conditions hold. */
import { operation, s3 } from '../api.ts'
import { objectAudit } from '../audit.ts'
import { checkExpectedOwnerForm } from '../buckets/expectedOwner.ts'
import { guardedObject } from '../buckets/guardedBucket.ts'
import { bucketCheck, objectCheck } from '../checks.ts'
import { findObject } from '../objects/findObject.ts'
import { objectMembers } from '../objects/objectMembers.ts'
import { partOf } from '../objects/partOf.ts'
import { checkOverrides } from '../objects/responseOverrides.ts'
import { selectPart } from '../objects/selectPart.ts'
import { checkKeyUse } from '../objects/serverSideEncryption.ts'
import { checkReadable } from '../objects/storageClass.ts'
import { refuseUnsupported, unsupportedOptions } from '../unsupportedOptions.ts'

export const getObject = operation(s3.GetObject, {
  access: 'read',

  /** The second decision is not needed to read; it decides what is said of a key that is not there. */
  authorize: async ({ input, read }) => {
    const place = await guardedObject(read, input.Bucket, input.Key)
    return [
      objectCheck('s3:GetObject', place, input.Key),
      { advisory: true, ...bucketCheck('s3:ListBucket', place) },
    ]
  },

  validate: ({ input, caller, facts }) => {
    refuseUnsupported(facts.request, unsupportedOptions.GetObject)
    checkExpectedOwnerForm(input)
    checkOverrides(input, caller)
  },

  async handle({ input, caller, store, keys, decisions }) {
    const object = await findObject({ input, caller, store, mayList: decisions[1] })
    checkKeyUse(object, caller)
    checkReadable(object.storageClass)
    const part = selectPart(object, input)
    return {
      Body: await partOf(keys.blobs, object.body, part),
      ...objectMembers(object, input, part),
    }
  },

  audit: objectAudit,
})
