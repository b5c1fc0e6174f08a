/**
 * Bodies too large to live inside a record: immutable bytes under the hash of their content. No bytes are copied:
 * whoever puts or gets a buffer never writes to it (again).
 */
export interface Blobs {
  /**
   * Keeps `body` (the same bytes twice are one). Durable when it resolves: only then may a record name it.
   * A transaction awaits nothing but the store, so a body is put before the transaction begins.
   */
  put(body: Buffer): Promise<BlobRef>
  /** The bytes from `from` to before `to`, clamped to what there is; undefined if nobody keeps this hash. */
  get(hash: BlobHash, from?: number, to?: number): Promise<Buffer | undefined>
  /**
   * Drops bodies that are in none of the records, nor of any snapshot's. One that was put since the sweep before
   * stays: its record may be just about to be written. Resolves to how many went.
   */
  sweep(referenced: ReadonlySet<BlobHash>): Promise<number>
}

/** SHA-256 of the bytes, in lower-case hexadecimal. */
export type BlobHash = string

export interface BlobRef {
  readonly hash: BlobHash
  readonly size: number
}
