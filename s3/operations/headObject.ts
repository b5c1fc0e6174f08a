/** s3:GetObject without the body: what GetObject would say, also of an object that is archived. */
import { operation, s3 } from '../api.ts'
import { objectAudit } from '../audit.ts'
import { checkExpectedOwnerForm } from '../buckets/expectedOwner.ts'
import { guardedObject } from '../buckets/guardedBucket.ts'
import { bucketCheck, objectCheck } from '../checks.ts'
import { findObject } from '../objects/findObject.ts'
import { objectMembers } from '../objects/objectMembers.ts'
import { checkOverrides } from '../objects/responseOverrides.ts'
import { selectPart } from '../objects/selectPart.ts'
import { checkKeyUse } from '../objects/serverSideEncryption.ts'
import { refuseUnsupported, unsupportedOptions } from '../unsupportedOptions.ts'

export const headObject = operation(s3.HeadObject, {
  access: 'read',

  authorize: async ({ input, read }) => {
    const place = await guardedObject(read, input.Bucket, input.Key)
    return [
      objectCheck('s3:GetObject', place, input.Key),
      { ...bucketCheck('s3:ListBucket', place), advisory: true },
    ]
  },

  validate: ({ input, caller, facts }) => {
    refuseUnsupported(facts.request, unsupportedOptions.HeadObject)
    checkExpectedOwnerForm(input)
    checkOverrides(input, caller)
  },

  async handle({ input, caller, store, decisions }) {
    const object = await findObject({ input, caller, store, mayList: decisions[1] })
    checkKeyUse(object, caller)
    const part = selectPart(object, input)
    return {
      ...objectMembers(object, input, part),
      ContentLength: part ? part.last - part.first + 1 : object.body.size,
    }
  },

  audit: objectAudit,
})
