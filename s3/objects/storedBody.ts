/** Where an object's bytes are: small ones in the record itself, one read the less; larger ones in the blob store. */
import type { BlobStore } from '#kernel/blobs/blobStore.ts'
import type { StoredBody } from '../state.ts'
import type { Part } from './selectPart.ts'

export const INLINE_LIMIT = 65_536

export async function keepBody(blobs: BlobStore, bytes: Buffer): Promise<StoredBody> {
  // A copy: the request's buffer may be a view of a larger one.
  if (bytes.length <= INLINE_LIMIT) return { kind: 'inline', bytes: Uint8Array.from(bytes) }
  const { hash } = await blobs.put(bytes)
  return { kind: 'blob', hash }
}

export async function readBody(
  blobs: BlobStore,
  body: StoredBody,
  part: Part | undefined,
): Promise<Uint8Array> {
  const end = part && part.last + 1
  if (body.kind === 'blob') return blobs.get(body.hash, part?.first, end)
  return part ? body.bytes.subarray(part.first, end) : body.bytes
}
