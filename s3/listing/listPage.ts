/**
 * One page of a bucket's keys (API reference, ListObjectsV2): in UTF-8 byte order, keys that share what stands
 * before the delimiter rolled up into one common prefix. A prefix is passed over in one step, so a page costs
 * the same in a bucket of a million keys.
 */
import { MAX_KEY_BYTES } from '../objects/objectKey.ts'

export interface KeyEntry<T> {
  readonly key: string
  readonly value: T
}

/** Keys with the page's prefix, in order, after `after` (exclusive), at most `limit`. */
export type ScanKeys<T> = (range: {
  readonly after: string | undefined
  readonly limit: number
}) => Promise<readonly KeyEntry<T>[]>

export interface PageRequest {
  readonly prefix: string
  /** Empty: nothing is rolled up. */
  readonly delimiter: string
  readonly from: Position | undefined
  readonly maxKeys: number
}

/** Where a page ends and the next one begins: after a key, or after all keys with a prefix. */
export type Position =
  | { readonly kind: 'key'; readonly text: string }
  | { readonly kind: 'prefix'; readonly text: string }

export interface Page<T> {
  readonly contents: readonly KeyEntry<T>[]
  readonly commonPrefixes: readonly string[]
  /** Undefined where there is no more. */
  readonly next: Position | undefined
}

/** Keys looked at in one step while prefixes are rolled up: each may begin a prefix that is passed over. */
const STEP = 16

export async function listPage<T>(scan: ScanKeys<T>, request: PageRequest): Promise<Page<T>> {
  const { prefix, delimiter, maxKeys } = request
  const contents: KeyEntry<T>[] = []
  const commonPrefixes: string[] = []
  const page = (next: Position | undefined): Page<T> => ({ contents, commonPrefixes, next })
  if (maxKeys === 0) return page(undefined)
  let position = request.from
  for (;;) {
    const room = maxKeys - contents.length - commonPrefixes.length
    const limit = delimiter === '' ? room + 1 : Math.min(room + 1, STEP)
    const found = await scan({ after: after(position), limit })
    for (const entry of found) {
      if (isWithin(position, entry.key)) continue
      if (contents.length + commonPrefixes.length === maxKeys) return page(position)
      const common = commonPrefix(entry.key, prefix, delimiter)
      if (common === undefined) contents.push(entry)
      else commonPrefixes.push(common)
      position = common === undefined ? keyPosition(entry.key) : { kind: 'prefix', text: common }
    }
    if (found.length < limit) return page(undefined)
  }
}

const keyPosition = (text: string): Position => ({ kind: 'key', text })

/** Up to and with the first delimiter after the prefix. */
function commonPrefix(key: string, prefix: string, delimiter: string): string | undefined {
  if (delimiter === '') return undefined
  const at = key.indexOf(delimiter, prefix.length)
  return at < 0 ? undefined : key.slice(0, at + delimiter.length)
}

const isWithin = (position: Position | undefined, key: string) =>
  position?.kind === 'prefix' && key.startsWith(position.text)

/** As many of the last code point as a key can hold: no key with a prefix comes after that. */
const BEYOND = '\u{10ffff}'.repeat(MAX_KEY_BYTES / 4)

function after(position: Position | undefined): string | undefined {
  if (position === undefined) return undefined
  return position.kind === 'key' ? position.text : position.text + BEYOND
}
