/**
 * Takes expired entries out of the tree, a few at a time: each commit pays for four places, so what is expired
 * and still there stays below about a quarter of what is there.
 */
import { partitionOf } from './entryKey.ts'
import { type EntryTree, isLive } from './readEntries.ts'
import type { Write } from './sink.ts'

const COMMITS_BETWEEN = 16
const PLACES_PER_SWEEP = 64

/** Called with the tree of each commit, which it may change; answers what it took out. */
export type Sweeper = (tree: EntryTree, now: number) => readonly Write[]

const NOTHING: readonly Write[] = []

export function sweeper(): Sweeper {
  let commits = 0
  /** Where the next sweep begins; undefined: at the front. */
  let from: string | undefined

  return (tree, now) => {
    commits++
    if (commits % COMMITS_BETWEEN !== 0) return NOTHING
    const { expired, next } = visit(tree, now, from)
    from = next
    return expired.map((place) => takeOut(tree, place))
  }
}

function visit(tree: EntryTree, now: number, from: string | undefined) {
  const expired: string[] = []
  let visited = 0
  for (const [place, entry] of tree.entries(from)) {
    if (visited++ === PLACES_PER_SWEEP) return { expired, next: place }
    if (!isLive(entry, now)) expired.push(place)
  }
  return { expired, next: undefined }
}

function takeOut(tree: EntryTree, place: string): Write {
  const key = tree.get(place)?.key ?? ''
  tree.delete(place)
  return { ...partitionOf(place), key, entry: undefined }
}
