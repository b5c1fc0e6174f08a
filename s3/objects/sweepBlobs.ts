/** Throws away the blobs that no object names any more, neither now nor in a snapshot that can come back. */
import type { BlobHash, Blobs } from '#kernel/blobs/blobs.ts'
import type { Reader, Store } from '#kernel/store/store.ts'
import { objectPlace } from '../buckets/bucketPlace.ts'
import { blobUses, bucketNames, NOBODY } from '../state.ts'

export async function sweepBlobs(store: Store, blobs: Blobs): Promise<void> {
  const used = new Set<BlobHash>()
  await store.read((reader) => addUsed(reader, used))
  for (const reader of store.retained()) await addUsed(reader, used)
  await blobs.sweep(used)
}

async function addUsed(reader: Reader, used: Set<BlobHash>): Promise<void> {
  for (const { key: bucket, value: scope } of await reader.list(bucketNames, NOBODY)) {
    const prefix = objectPlace(bucket, '')
    for (const use of await reader.list(blobUses, scope, { prefix })) used.add(use.value.hash)
  }
}
