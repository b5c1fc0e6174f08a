/** s3:PutObject: one object in one piece. Its bytes were held against signature and checksums before this. */
import { storeBody } from '#kernel/blobs/storedBody.ts'
import { checkAclOptions } from '../acl/askedAcl.ts'
import { ownershipToKeep } from '../acl/objectOwnership.ts'
import { operation, s3 } from '../api.ts'
import { objectAudit } from '../audit.ts'
import { bucketPlace, objectPlace } from '../buckets/bucketPlace.ts'
import { checkExpectedOwner, checkExpectedOwnerForm } from '../buckets/expectedOwner.ts'
import { guardedBucket } from '../buckets/guardedBucket.ts'
import { objectCheck } from '../checks.ts'
import { checksumMembers, checksumToKeep } from '../checksums/objectChecksum.ts'
import { headerKeys } from '../conditionKeys.ts'
import { entityTagOf, quoted } from '../objects/entityTag.ts'
import { headersToKeep } from '../objects/objectHeaders.ts'
import { checkKeyLength } from '../objects/objectKey.ts'
import { CONDITION_HEADERS, putObjectActions } from '../objects/putObjectActions.ts'
import {
  checkServerSideEncryption,
  encryptionMembers,
  encryptionToKeep,
} from '../objects/serverSideEncryption.ts'
import { checkStorageClass, STANDARD } from '../objects/storageClass.ts'
import { putStored } from '../objects/storedObject.ts'
import { checkUserMetadata } from '../objects/userMetadata.ts'
import { checkWriteConditionForms, checkWriteConditions } from '../objects/writeConditions.ts'
import { objects, type StoredObject } from '../state.ts'
import { refuseUnsupported, unsupportedOptions } from '../unsupportedOptions.ts'

export const putObject = operation(s3.PutObject, {
  access: 'write',

  authorize: async ({ input, read, facts }) => {
    const place = await guardedBucket(read, input.Bucket)
    const context = headerKeys(facts.request, CONDITION_HEADERS)
    return putObjectActions(facts.request).map((action) =>
      objectCheck(action, place, input.Key, context),
    )
  },

  validate: ({ input, facts }) => {
    refuseUnsupported(facts.request, unsupportedOptions.PutObject)
    checkExpectedOwnerForm(input)
    checkKeyLength(input.Key)
    checkUserMetadata(input.Metadata)
    checkAclOptions(input, 'object')
    checkStorageClass(input.StorageClass)
    checkServerSideEncryption(input.ServerSideEncryption)
    checkWriteConditionForms(input)
  },

  /** The body is durable before the record that names it; without that record it is nothing. */
  prepare: async ({ facts, keys }) => {
    const { body } = facts.request
    return {
      etag: entityTagOf(body),
      checksum: checksumToKeep(facts.request, body),
      body: await storeBody(keys.blobs, body),
    }
  },

  async handle({ input, caller, store, clock, prepared, explain }) {
    const place = await bucketPlace(store, input.Bucket)
    checkExpectedOwner(place, input)
    const at = objectPlace(place.name, input.Key)
    const current = await store.get(objects, place, at)
    checkWriteConditions(input, input.Key, current?.value)
    const writing = { place, key: input.Key, caller, options: input }
    const object: StoredObject = {
      modifiedAt: clock.now(),
      headers: headersToKeep(input),
      metadata: input.Metadata ?? {},
      storageClass: input.StorageClass ?? STANDARD,
      encryption: await encryptionToKeep(store, place, input.ServerSideEncryption),
      ...prepared,
      ...(await ownershipToKeep(store, writing)),
    }
    await putStored(store, place, at, { object, current: current?.value })
    const { checksum, etag } = object
    explain('s3', { bucket: place.name, key: input.Key, etag, checksum, isNew: !current })
    return {
      ETag: quoted(etag),
      ...encryptionMembers(object.encryption),
      ...checksumMembers(checksum),
    }
  },

  audit: objectAudit,
})
