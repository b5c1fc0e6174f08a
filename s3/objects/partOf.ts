/** The bytes of a body, or of a part of it. */
import type { Blobs } from '#kernel/blobs/blobs.ts'
import { readBody, type StoredBody } from '#kernel/blobs/storedBody.ts'
import type { Part } from './selectPart.ts'

export async function partOf(
  blobs: Blobs,
  body: StoredBody,
  part: Part | undefined,
): Promise<Buffer> {
  const bytes = await readBody(blobs, body, part?.first, part && part.last + 1)
  if (!bytes) throw new Error('INVARIANT: a blob lives as long as a record names it')
  return bytes
}
