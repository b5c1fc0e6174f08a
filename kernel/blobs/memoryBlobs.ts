/** Bodies in memory: for a store that ends with the process. */
import { createHash } from 'node:crypto'
import type { BlobHash, Blobs } from './blobs.ts'

interface Kept {
  readonly body: Buffer
  /** Put since the last sweep. */
  isFresh: boolean
}

export interface MemoryBlobs extends Blobs {
  /** Of all bodies that are kept, in order: for comparisons of whole states. */
  hashes(): readonly BlobHash[]
}

export function memoryBlobs(): MemoryBlobs {
  const bodies = new Map<BlobHash, Kept>()

  return {
    async put(body) {
      const hash = createHash('sha256').update(body).digest('hex')
      const known = bodies.get(hash)
      if (known) known.isFresh = true
      else bodies.set(hash, { body, isFresh: true })
      return { hash, size: body.length }
    },
    async get(hash, from = 0, to = Number.POSITIVE_INFINITY) {
      const body = bodies.get(hash)?.body
      if (!body) return undefined
      const first = Math.max(0, from)
      const end = Math.min(body.length, to)
      return body.subarray(first, Math.max(first, end))
    },
    async sweep(referenced) {
      const before = bodies.size
      for (const [hash, kept] of bodies) {
        if (!kept.isFresh && !referenced.has(hash)) bodies.delete(hash)
        kept.isFresh = false
      }
      return before - bodies.size
    },
    hashes: () => [...bodies.keys()].sort(),
  }
}
