/** s3:PutObjectAcl: who is given what of an object that is there, where ACLs count. */
import { aclHeaders } from '../acl/aclHeaders.ts'
import { checkAclOptions } from '../acl/askedAcl.ts'
import { objectAclToKeep } from '../acl/objectAclToKeep.ts'
import { operation, s3 } from '../api.ts'
import { objectAudit } from '../audit.ts'
import { bucketPlace, objectPlace } from '../buckets/bucketPlace.ts'
import { checkExpectedOwnerForm } from '../buckets/expectedOwner.ts'
import { guardedObject } from '../buckets/guardedBucket.ts'
import { bucketCheck, objectCheck } from '../checks.ts'
import { headerKeys } from '../conditionKeys.ts'
import { findObject } from '../objects/findObject.ts'
import { objects } from '../state.ts'
import { refuseUnsupported, unsupportedOptions } from '../unsupportedOptions.ts'

export const putObjectAcl = operation(s3.PutObjectAcl, {
  access: 'write',

  authorize: async ({ input, read, facts }) => {
    const place = await guardedObject(read, input.Bucket, input.Key)
    const keys = headerKeys(facts.request, [...aclHeaders, 'x-amz-grant-write'])
    return [
      objectCheck('s3:PutObjectAcl', place, input.Key, keys),
      { ...bucketCheck('s3:ListBucket', place), advisory: true },
    ]
  },

  validate: ({ input, facts }) => {
    refuseUnsupported(facts.request, unsupportedOptions.PutObjectAcl)
    checkExpectedOwnerForm(input)
    checkAclOptions(input, 'object')
  },

  async handle({ input, caller, store, decisions }) {
    const object = await findObject({ input, caller, store, mayList: decisions[1] })
    const place = await bucketPlace(store, input.Bucket)
    const acl = await objectAclToKeep(store, { place, object, caller, options: input }, input.Key)
    await store.put(objects, place, objectPlace(place.name, input.Key), { ...object, acl })
    return {}
  },

  audit: objectAudit,
})
