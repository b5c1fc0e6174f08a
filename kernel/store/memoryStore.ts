/** The store: all state in one copy-on-write tree in memory, answering from there; with a sink, saved elsewhere as well. */
import type { Clock } from '#kernel/clock/clock.ts'
import { type Scheduler, systemScheduler } from '#kernel/clock/scheduler.ts'
import { changesAfter, headOf } from './changeLog.ts'
import { dumpEntries } from './dumpEntries.ts'
import { StoreClosed } from './errors.ts'
import { loadPicture } from './loadPicture.ts'
import { outcomeBatch } from './outcomeBatch.ts'
import { emptyPicture, type Picture } from './picture.ts'
import { getEntry, listEntries, readerOf } from './readEntries.ts'
import type { Sink } from './sink.ts'
import { type SlowTransaction, slowTransactions } from './slowTransactions.ts'
import { snapshots } from './snapshots.ts'
import type { Reader, Store } from './store.ts'
import { createTimeline, type Timeline } from './timeline.ts'
import { transactionRunner } from './transactionRunner.ts'
import { wakers } from './wakers.ts'
import { watchChanges } from './watchChanges.ts'

export interface MemoryStoreOptions {
  readonly clock: Clock
  readonly scheduler?: Scheduler | undefined
  /** How many outcomes the journal holds; the oldest go first. */
  readonly journalCapacity?: number | undefined
  /** A transaction has been open for more than a second: its body awaits something else than the store. */
  readonly onSlow?: ((transaction: SlowTransaction) => void) | undefined
}

export interface SavedStoreOptions extends MemoryStoreOptions {
  readonly sink: Sink
}

const DEFAULT_JOURNAL_CAPACITY = 100_000

/** A store that begins empty and ends with the process. */
export const createMemoryStore = (options: MemoryStoreOptions): Store =>
  storeFrom(emptyPicture(), options)

/** A store that goes on where `sink` left off, and saves each commit there before anybody sees it. */
export async function openSavedStore(options: SavedStoreOptions): Promise<Store> {
  const saved = await options.sink.load()
  const capacity = options.journalCapacity ?? DEFAULT_JOURNAL_CAPACITY
  return storeFrom(loadPicture(saved, capacity), options, options.sink)
}

function storeFrom(start: Picture, options: MemoryStoreOptions, sink?: Sink): Store {
  const { clock, onSlow, scheduler = systemScheduler } = options
  const capacity = options.journalCapacity ?? DEFAULT_JOURNAL_CAPACITY
  const sleepers = wakers()
  const timeline = createTimeline({ clock, start, capacity, sink, onVisible: sleepers.wakeAll })
  const batch = outcomeBatch(scheduler, () => void recordBatch())
  const recordBatch = () => timeline.record(batch.take())
  const runner = transactionRunner({
    clock,
    timeline,
    slow: onSlow && slowTransactions(scheduler, onSlow),
    beforeCommit: () => void recordBatch(),
  })
  const taken = snapshots()
  let closing: Promise<void> | undefined

  async function shutDown(): Promise<void> {
    try {
      await runner.alone(async () => {
        await recordBatch()
        await timeline.settled()
      })
    } finally {
      sleepers.wakeAll()
      await sink?.close()
    }
  }

  return {
    ...visibleReader(timeline, clock),
    async write(accounts, body) {
      if (closing) throw new StoreClosed()
      return runner.run(accounts, body)
    },
    async read(body) {
      return body(readerOf(timeline.visible().entries, clock.now()))
    },
    audit(outcome) {
      if (closing) throw new StoreClosed()
      batch.add(outcome)
    },
    async changes(account, after, limit) {
      await recordBatch()
      return changesAfter(timeline.visible().journal, account, after, limit)
    },
    watch(account, after, signal) {
      const watched = {
        picture: timeline.visible,
        isClosed: () => closing !== undefined,
        onNext: sleepers.add,
      }
      return watchChanges(watched, account, after, signal)
    },
    async head() {
      await recordBatch()
      return headOf(timeline.visible().journal)
    },
    snapshot() {
      void recordBatch()
      return taken.take(timeline.visible())
    },
    retained: () => taken.held().map(({ entries }) => readerOf(entries, clock.now())),
    async restore(snapshot) {
      const picture = taken.pictureOf(snapshot)
      await runner.alone(async () => {
        await recordBatch()
        await timeline.settled()
        await timeline.restore(picture)
      })
    },
    dump: () => dumpEntries(timeline.visible().entries, clock.now()),
    async close() {
      runner.refuseNested()
      closing ??= shutDown()
      return closing
    },
  }
}

const visibleReader = (timeline: Timeline, clock: Clock): Reader => ({
  async get(collection, scope, key) {
    return getEntry(timeline.visible().entries, clock.now(), collection, scope, key)
  },
  async list(collection, scope, range = {}) {
    return listEntries(timeline.visible().entries, clock.now(), collection, scope, range)
  },
})
