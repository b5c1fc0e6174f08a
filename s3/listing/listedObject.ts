/** An object as a list shows it. */
import type { Object as ListedObject, ObjectStorageClass, Owner } from '../model/shapes.ts'
import { quoted } from '../objects/entityTag.ts'
import type { StoredObject } from '../state.ts'

export const listedObject = (
  key: string,
  object: StoredObject,
  owner: Owner | undefined,
): ListedObject => ({
  Key: key,
  LastModified: new Date(object.modifiedAt),
  ETag: quoted(object.etag),
  ChecksumAlgorithm: [object.checksum.algorithm],
  ChecksumType: 'FULL_OBJECT',
  Size: object.body.size,
  StorageClass: object.storageClass as ObjectStorageClass,
  // Where ACLs count, what another account wrote is its own.
  Owner: owner && object.owner ? { ID: object.owner.id } : owner,
})
