/** Reading one immutable tree at one instant: what `get` and `list` mean, in a store and in a transaction. */
import { sortKey } from './codePointOrder.ts'
import { entryKey, partitionKey } from './entryKey.ts'
import type { SortedTree } from './sortedTree.ts'
import type { Collection, Entry, Range, Reader, Scope } from './store.ts'

export type EntryTree = SortedTree<Entry<unknown>>

/** Above every place in the tree: collections have names in ASCII. */
export const BEYOND_ALL = '\uffff'

const STOP = { break: true }

/** Gone from its instant on, as a credential is at its expiration. */
export const isLive = (entry: Entry<unknown>, now: number): boolean =>
  entry.expiresAt === undefined || now < entry.expiresAt

/** The live entry at a place. */
export function entryAt(tree: EntryTree, now: number, place: string): Entry<unknown> | undefined {
  const entry = tree.get(place)
  return entry !== undefined && isLive(entry, now) ? entry : undefined
}

export const getEntry = <T>(
  tree: EntryTree,
  now: number,
  collection: Collection<T>,
  scope: Scope,
  key: string,
): Entry<T> | undefined =>
  // A collection's name stands for one type: what was put through it has it.
  entryAt(tree, now, entryKey(collection, scope, key)) as Entry<T> | undefined

export function listEntries<T>(
  tree: EntryTree,
  now: number,
  collection: Collection<T>,
  scope: Scope,
  { prefix = '', after, limit = Number.POSITIVE_INFINITY }: Range,
): Entry<T>[] {
  const found: Entry<T>[] = []
  if (limit <= 0) return found
  const partition = partitionKey(collection, scope)
  const first = partition + sortKey(prefix)
  const excluded = after === undefined ? undefined : partition + sortKey(after)
  const from = excluded !== undefined && excluded > first ? excluded : first
  tree.forRange(from, BEYOND_ALL, false, (place, entry) => {
    if (!place.startsWith(first)) return STOP
    if (place === excluded || !isLive(entry, now)) return undefined
    found.push(entry as Entry<T>)
    return found.length >= limit ? STOP : undefined
  })
  return found
}

/** One consistent view: the same entries at the same instant, however long it is used. */
export const readerOf = (tree: EntryTree, now: number): Reader => ({
  async get(collection, scope, key) {
    return getEntry(tree, now, collection, scope, key)
  },
  async list(collection, scope, range = {}) {
    return listEntries(tree, now, collection, scope, range)
  },
})
