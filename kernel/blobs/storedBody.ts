/**
 * A body as a record names it. Up to 64 KiB the bytes are in the record itself: one commit, nothing to sweep, and no
 * second place to ask. Larger ones are blobs, put before the record that names them.
 */
import type { BlobHash, Blobs } from './blobs.ts'

export type StoredBody =
  | { readonly size: number; readonly bytes: Buffer }
  | { readonly size: number; readonly hash: BlobHash }

/** A file of its own costs several syncs; up to this, the bytes go along with the commit for less. */
export const INLINE_LIMIT = 64 * 1024

export async function storeBody(blobs: Blobs, body: Buffer): Promise<StoredBody> {
  if (body.length > INLINE_LIMIT) return blobs.put(body)
  // A copy: a small body is often a slice of a large network buffer, which it would keep alive.
  return { size: body.length, bytes: Buffer.from(body) }
}

/** From `from` to before `to`, as `Blobs.get`. Undefined if the blob is gone: the record outlived it. */
export async function readBody(
  blobs: Blobs,
  body: StoredBody,
  from = 0,
  to = body.size,
): Promise<Buffer | undefined> {
  if ('hash' in body) return blobs.get(body.hash, from, to)
  const first = Math.max(0, from)
  return body.bytes.subarray(first, Math.max(first, to))
}
