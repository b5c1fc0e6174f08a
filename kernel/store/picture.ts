/** Everything at one instant, immutable. A commit makes a new picture that shares all that it did not change. */
import { type ChangeLog, emptyChangeLog } from './changeLog.ts'
import type { EntryTree } from './readEntries.ts'
import { emptyTree } from './sortedTree.ts'

export interface Picture {
  readonly entries: EntryTree
  readonly journal: ChangeLog
}

export const emptyPicture = (): Picture => ({ entries: emptyTree(), journal: emptyChangeLog() })
