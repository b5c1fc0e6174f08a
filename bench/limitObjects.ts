/** What the limit keeps: bodies by path in a map, and pages of their keys, written as plainly as a page can be. */

export interface Kept {
  readonly body: Buffer
  readonly etag: string
  readonly modifiedAt: number
}

export interface LimitObjects {
  get(path: string): Buffer | undefined
  put(path: string, kept: Kept): void
  delete(path: string): void
  /** A thousand keys of a bucket (`/name`) after one of them. */
  page(bucket: string, after: string): Buffer
}

const pageSize = 1_000

export function createLimitObjects(): LimitObjects {
  const objects = new Map<string, Kept>()
  let sorted: string[] | undefined
  return {
    get: (path) => objects.get(path)?.body,
    put: (path, kept) => {
      if (!objects.has(path)) sorted = undefined
      objects.set(path, kept)
    },
    delete: (path) => {
      if (objects.delete(path)) sorted = undefined
    },
    page: (bucket, after) => {
      sorted ??= [...objects.keys()].sort()
      const first = firstAfter(sorted, `${bucket}/${after}`)
      const entries = sorted
        .slice(first, first + pageSize)
        .map((path) => entry(path.slice(bucket.length + 1), objects.get(path)!))
      return Buffer.from(`<ListBucketResult>${entries.join('')}</ListBucketResult>`)
    },
  }
}

const entry = (key: string, { body, etag, modifiedAt }: Kept): string =>
  `<Contents><Key>${key}</Key><LastModified>${new Date(modifiedAt).toISOString()}</LastModified>` +
  `<ETag>&quot;${etag}&quot;</ETag><ChecksumAlgorithm>CRC64NVME</ChecksumAlgorithm>` +
  `<ChecksumType>FULL_OBJECT</ChecksumType><Size>${body.length}</Size>` +
  `<StorageClass>STANDARD</StorageClass></Contents>`

function firstAfter(sorted: readonly string[], text: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! > text) high = middle
    else low = middle + 1
  }
  return low
}
