/** s3:DeleteObject: after it the object is not there, whether or not it was before. */
import { operation, s3 } from '../api.ts'
import { objectAudit } from '../audit.ts'
import { bucketPlace, objectPlace } from '../buckets/bucketPlace.ts'
import { checkExpectedOwner, checkExpectedOwnerForm } from '../buckets/expectedOwner.ts'
import { guardedBucket } from '../buckets/guardedBucket.ts'
import { objectCheck } from '../checks.ts'
import { deleteStored } from '../objects/storedObject.ts'
import { refuseUnsupported, unsupportedOptions } from '../unsupportedOptions.ts'

export const deleteObject = operation(s3.DeleteObject, {
  access: 'write',

  authorize: async ({ input, read }) => [
    objectCheck('s3:DeleteObject', await guardedBucket(read, input.Bucket), input.Key),
  ],

  validate: ({ input, facts }) => {
    refuseUnsupported(facts.request, unsupportedOptions.DeleteObject)
    checkExpectedOwnerForm(input)
  },

  async handle({ input, store, explain }) {
    const place = await bucketPlace(store, input.Bucket)
    checkExpectedOwner(place, input)
    const wasThere = await deleteStored(store, place, objectPlace(place.name, input.Key))
    explain('s3', { bucket: place.name, key: input.Key, wasThere })
    return {}
  },

  audit: objectAudit,
})
