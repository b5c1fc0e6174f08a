/** What GetObject and HeadObject say of an object, in the headers of their answer. */
import { checksumMembers } from '../checksums/objectChecksum.ts'
import type { GetObjectRequest } from '../model/shapes.ts'
import type { StoredObject } from '../state.ts'
import { quoted } from './entityTag.ts'
import { contentRange } from './range.ts'
import { overriddenHeaders } from './responseOverrides.ts'
import type { Part } from './selectPart.ts'
import { encryptionMembers } from './serverSideEncryption.ts'
import { shownClass } from './storageClass.ts'

export function objectMembers(
  object: StoredObject,
  asked: Omit<GetObjectRequest, 'Bucket' | 'Key'>,
  part: Part | undefined,
) {
  return {
    ...object.headers,
    ...overriddenHeaders(asked),
    AcceptRanges: 'bytes',
    LastModified: new Date(object.modifiedAt),
    ETag: quoted(object.etag),
    Metadata: object.metadata,
    ...encryptionMembers(object.encryption),
    StorageClass: shownClass(object.storageClass),
    ContentRange: part && contentRange(part, object.body.size),
    // The checksum is of the whole: beside a part it would only fail to match.
    ...(asked.ChecksumMode === 'ENABLED' && !part && checksumMembers(object.checksum)),
  } as const
}
