/** The line of pictures that a store goes through: each commit appends one, a restore goes back to an older one. */
import type { Clock } from '#kernel/clock/clock.ts'
import type { Outcome } from '#kernel/journal/outcome.ts'
import { appendChanges, type ChangeDraft } from './changeLog.ts'
import { draftsOf } from './draftsOf.ts'
import { NotSaved } from './errors.ts'
import { groupCommit } from './groupCommit.ts'
import { currentBranch } from './lineage.ts'
import type { Picture } from './picture.ts'
import type { EntryTree } from './readEntries.ts'
import { resetBetween } from './resetBetween.ts'
import type { Sink, Write } from './sink.ts'
import { sweeper } from './sweeper.ts'
import type { OpenTransaction } from './transaction.ts'

export interface TimelineOptions {
  readonly clock: Clock
  readonly start: Picture
  /** How many outcomes the journal holds. */
  readonly capacity: number
  readonly sink?: Sink | undefined
  /** Called after the visible picture has changed. */
  readonly onVisible: () => void
}

export interface Timeline {
  /** The newest picture: what a transaction begins with. */
  newest(): Picture
  /** The newest picture that is durable: what readers see. In memory the two are the same. */
  visible(): Picture
  /** Changes when pictures are taken back: a transaction from before may have seen what no longer is. */
  generation(): number
  /** Undefined when there is nothing to wait for; else resolves when the commit, and all it saw, is durable. */
  commit(transaction: OpenTransaction, generation: number): Promise<void> | undefined
  /** Outcomes without a change of state. */
  record(outcomes: readonly Outcome[]): Promise<void> | undefined
  /** Resolves when all that has been committed is durable. */
  settled(): Promise<void>
  /** INVARIANT: no transaction is open. */
  restore(picture: Picture): Promise<void>
}

export function createTimeline(options: TimelineOptions): Timeline {
  const { clock, start, capacity, sink, onVisible } = options
  let newest = start
  let visible = start
  let generation = 0
  let lastBranch = currentBranch(start.journal.lineage)
  const sweep = sweeper()
  const saving = sink && groupCommit(sink, { saved: show, lost: takeBack })

  function show(picture: Picture): void {
    visible = picture
    onVisible()
  }

  function takeBack(): void {
    newest = visible
    generation++
  }

  function advance(entries: EntryTree, drafts: readonly ChangeDraft[], writes: readonly Write[]) {
    const { log: journal, changes } = appendChanges(newest.journal, drafts, capacity)
    newest = { entries, journal }
    if (saving) return saving.push({ writes, changes }, newest)
    show(newest)
    return undefined
  }

  function commit(transaction: OpenTransaction, begunIn: number): Promise<void> | undefined {
    if (begunIn !== generation) throw new NotSaved()
    const drafts = draftsOf([...transaction.touched.values()], transaction.outcomes, clock.now())
    if (drafts.length === 0) return saving?.settled()
    if (transaction.writes.size === 0) return advance(newest.entries, drafts, [])
    const entries = withWrites(newest.entries, transaction)
    const swept = sweep(entries, clock.now())
    return advance(entries, drafts, [...transaction.writes.values(), ...swept])
  }

  return {
    newest: () => newest,
    visible: () => visible,
    generation: () => generation,
    commit,
    record(outcomes) {
      if (outcomes.length === 0) return undefined
      return advance(newest.entries, draftsOf([], outcomes, clock.now()), [])
    },
    settled: () => saving?.settled() ?? Promise.resolve(),
    async restore(picture) {
      const restored = onNewBranch(picture, ++lastBranch)
      await sink?.reset(resetBetween(newest, restored))
      newest = restored
      generation++
      show(restored)
    },
  }
}

/** Nobody else has committed meanwhile: then the transaction's own tree is the next one. */
function withWrites(newest: EntryTree, { entries, tree, writes }: OpenTransaction): EntryTree {
  if (newest === entries) return tree
  const next = newest.clone()
  for (const [place, { entry }] of writes) {
    if (entry) next.set(place, entry)
    else next.delete(place)
  }
  return next
}

function onNewBranch({ entries, journal }: Picture, id: number): Picture {
  const lineage = [...journal.lineage, { id, since: journal.position }]
  return { entries, journal: { ...journal, lineage } }
}
