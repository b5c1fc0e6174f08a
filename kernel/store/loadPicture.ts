/** The picture that a sink saved: where a store goes on after a restart. */
import { loadChangeLog } from './changeLog.ts'
import { deepFreeze } from './deepFreeze.ts'
import { entryKey } from './entryKey.ts'
import type { Picture } from './picture.ts'
import type { EntryTree } from './readEntries.ts'
import type { Saved, Write } from './sink.ts'
import { emptyTree } from './sortedTree.ts'
import type { Entry } from './store.ts'

export function loadPicture({ writes, changes, lineage }: Saved, capacity: number): Picture {
  const entries: EntryTree = emptyTree<Entry<unknown>>()
  for (const write of writes) load(entries, write)
  return { entries, journal: loadChangeLog(changes, lineage, capacity) }
}

function load(entries: EntryTree, { collection, scope, key, entry }: Write): void {
  if (entry) entries.set(entryKey({ name: collection }, scope, key), deepFreeze(entry))
}
