/** All live entries with their places, in the order of collection, account, region and key. */
import { partitionOf } from './entryKey.ts'
import { type EntryTree, isLive } from './readEntries.ts'
import type { Entry, Scope } from './store.ts'

export interface DumpedEntry {
  readonly collection: string
  readonly scope: Scope
  readonly entry: Entry<unknown>
}

export function* dumpEntries(tree: EntryTree, now: number): Generator<DumpedEntry, void, void> {
  for (const [place, entry] of tree.entries()) {
    if (isLive(entry, now)) yield { ...partitionOf(place), entry }
  }
}
