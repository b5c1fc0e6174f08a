/** Pages of IAM's lists: at most 1000 items, 100 unless asked otherwise, and a marker where the next page begins. */
import { createHash } from 'node:crypto'
import type { Collection, Reader, Scope } from '#kernel/store/store.ts'
import { invalidMarker } from './errors.ts'

export interface PageInput {
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface Page<T> {
  readonly items: readonly T[]
  /** What every answer says of its page. */
  readonly position: { IsTruncated: boolean; Marker?: string | undefined }
}

const DEFAULT_ITEMS = 100

type Keyed<T> = readonly [key: string, item: T]

/** Of a list at hand, in the order of its keys. */
export function pageOf<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  { Marker, MaxItems = DEFAULT_ITEMS }: PageInput,
): Page<T> {
  const after = Marker === undefined ? undefined : keyOfMarker(Marker)
  const keyed = items.map((item): Keyed<T> => [keyOf(item), item])
  keyed.sort(([a], [b]) => byCodeUnit(a, b))
  const rest = keyed.filter(([key]) => after === undefined || key > after)
  return cut(rest.slice(0, MaxItems + 1), MaxItems)
}

/** Of a collection, read in pieces no larger than a page. */
export async function pageOfCollection<T>(
  read: Reader,
  { collection, scope }: { readonly collection: Collection<T>; readonly scope: Scope },
  keep: (value: T) => boolean,
  { Marker, MaxItems = DEFAULT_ITEMS }: PageInput,
): Promise<Page<T>> {
  const limit = MaxItems + 1
  const found: Keyed<T>[] = []
  let after = Marker === undefined ? undefined : keyOfMarker(Marker)
  let isEnd = false
  while (found.length < limit && !isEnd) {
    const entries = await read.list(collection, scope, { after, limit })
    found.push(...entries.filter(({ value }) => keep(value)).map(keyedEntry))
    after = entries.at(-1)?.key
    isEnd = entries.length < limit
  }
  return cut(found.slice(0, limit), MaxItems)
}

const keyedEntry = <T>({ key, value }: { key: string; value: T }): Keyed<T> => [key, value]

/** `found` holds one item more than the page where there is a next one. */
function cut<T>(found: readonly Keyed<T>[], limit: number): Page<T> {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  const isTruncated = found.length > limit
  return {
    items: items.map(([, item]) => item),
    position: {
      IsTruncated: isTruncated,
      ...(isTruncated && last && { Marker: markerOf(last[0]) }),
    },
  }
}

const SUM_LENGTH = 6

const sumOf = (key: string): Buffer =>
  createHash('sha256').update(`marker ${key}`).digest().subarray(0, SUM_LENGTH)

/** The key after its sum, so that a marker that was altered or made up is not taken for one. */
const markerOf = (key: string): string =>
  Buffer.concat([sumOf(key), Buffer.from(key)]).toString('base64url')

const WITHOUT_CONTROLS = /^\P{Cc}+$/u

function keyOfMarker(marker: string): string {
  const key = Buffer.from(marker, 'base64url').subarray(SUM_LENGTH).toString()
  if (markerOf(key) !== marker || !WITHOUT_CONTROLS.test(key)) throw invalidMarker()
  return key
}

function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
