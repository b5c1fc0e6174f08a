/** What a sink must change when a restore goes from one picture to another: only what differs, found without a full scan. */
import diffModule from 'sorted-btree/extended/diffAgainst.js'
import { commonJsDefault } from './commonJsDefault.ts'
import { partitionOf } from './entryKey.ts'
import type { Lineage } from './lineage.ts'
import type { Picture } from './picture.ts'
import { itemsFrom } from './sharedLog.ts'
import type { Reset, Write } from './sink.ts'
import type { Entry } from './store.ts'

const diffAgainst = commonJsDefault(diffModule)

export function resetBetween(from: Picture, to: Picture): Reset {
  const keepThrough = commonPosition(from, to)
  return {
    lineage: to.journal.lineage,
    writes: differingWrites(from, to),
    keepThrough,
    changes: itemsFrom(to.journal.all, ({ position }) => position > keepThrough, Infinity),
  }
}

function differingWrites(from: Picture, to: Picture): Write[] {
  const writes: Write[] = []
  const write = (place: string, { key }: Entry<unknown>, entry: Entry<unknown> | undefined) => {
    writes.push({ ...partitionOf(place), key, entry })
  }
  diffAgainst(
    from.entries,
    to.entries,
    (place, gone) => write(place, gone, undefined),
    (place, entry) => write(place, entry, entry),
    (place, _before, entry) => write(place, entry, entry),
  )
  return writes
}

/** How far the two journals are the same: up to where the first of them leaves the branch that they share. */
function commonPosition(from: Picture, to: Picture): number {
  const a = from.journal.lineage
  const b = to.journal.lineage
  let shared = 0
  while (shared < a.length && a[shared]?.id === b[shared]?.id) shared++
  if (shared === 0) return 0
  return Math.min(endOf(a, shared, from.journal.position), endOf(b, shared, to.journal.position))
}

const endOf = (lineage: Lineage, next: number, head: number): number => lineage[next]?.since ?? head
