/** The simplest sink: keeps copies of what it is given, a moment later, and fails when told to. */
import type { LoggedChange } from '#kernel/store/changeLog.ts'
import type { Lineage } from '#kernel/store/lineage.ts'
import type { Commit, Saved, Sink, Write } from '#kernel/store/sink.ts'

export interface MemorySink extends Sink {
  /** What `append` was given so far, group by group, also what then failed. */
  readonly groups: readonly (readonly Commit[])[]
  readonly isClosed: () => boolean
  /** The next `append` or `reset` fails. */
  failNext(): void
}

export interface MemorySinkState {
  readonly rows: Map<string, Write>
  changes: LoggedChange[]
  lineage: Lineage | undefined
}

export const newSinkState = (): MemorySinkState => ({
  rows: new Map(),
  changes: [],
  lineage: undefined,
})

/** `state` is the disk: a second sink on it is the next start. */
export function memorySink(state: MemorySinkState = newSinkState()): MemorySink {
  const groups: (readonly Commit[])[] = []
  let isClosed = false
  let fails = false

  async function reachDisk(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    if (!fails) return
    fails = false
    throw new Error('no space left on device')
  }

  return {
    groups,
    isClosed: () => isClosed,
    failNext() {
      fails = true
    },
    async load(): Promise<Saved> {
      const { rows, changes, lineage } = structuredClone(state)
      return { writes: rows.values(), changes, lineage }
    },
    async append(commits) {
      groups.push(commits)
      await reachDisk()
      for (const { writes, changes } of commits) {
        saveWrites(state, writes)
        state.changes.push(...structuredClone(changes))
      }
    },
    async reset({ lineage, writes, keepThrough, changes }) {
      await reachDisk()
      saveWrites(state, writes)
      const kept = state.changes.filter(({ position }) => position <= keepThrough)
      state.changes = [...kept, ...structuredClone(changes)]
      state.lineage = structuredClone(lineage)
    },
    async close() {
      isClosed = true
    },
  }
}

function saveWrites({ rows }: MemorySinkState, writes: readonly Write[]): void {
  for (const write of writes) {
    const place = JSON.stringify([write.collection, write.scope, write.key])
    if (write.entry) rows.set(place, structuredClone(write))
    else rows.delete(place)
  }
}
