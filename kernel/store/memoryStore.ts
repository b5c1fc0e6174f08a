/** The store: all state in one copy-on-write tree in memory, answering from there; with a sink, saved elsewhere as well. */
import type { Clock } from '#kernel/clock/clock.ts'
import { type Scheduler, systemScheduler } from '#kernel/clock/scheduler.ts'
import { changesAfter, headOf } from './changeLog.ts'
import { dumpEntries } from './dumpEntries.ts'
import { StoreClosed } from './errors.ts'
import { loadPicture } from './loadPicture.ts'
import { type OutcomeBatch, outcomeBatch } from './outcomeBatch.ts'
import { emptyPicture, type Picture } from './picture.ts'
import { getEntry, listEntries, readerOf } from './readEntries.ts'
import type { Sink } from './sink.ts'
import { type SlowTransaction, slowTransactions } from './slowTransactions.ts'
import { snapshots } from './snapshots.ts'
import type { Store } from './store.ts'
import { createTimeline, type Timeline } from './timeline.ts'
import { type TransactionRunner, transactionRunner } from './transactionRunner.ts'
import { type Wakers, wakers } from './wakers.ts'
import { watchChanges } from './watchChanges.ts'

export interface MemoryStoreOptions {
  readonly clock: Clock
  readonly scheduler?: Scheduler | undefined
  /** How many outcomes the journal holds; the oldest go first. */
  readonly journalCapacity?: number | undefined
  /** A transaction has been open for more than a second: its body awaits something else than the store. */
  readonly onSlow?: ((transaction: SlowTransaction) => void) | undefined
  /**
   * Bodies are known not to begin transactions of their own, so nobody looks: to follow all awaits of a body costs a
   * fifth of a write. Where they are not trusted, as in tests, one that does gets `NestedTransaction`.
   */
  readonly trustsBodies?: boolean | undefined
}

export interface SavedStoreOptions extends MemoryStoreOptions {
  readonly sink: Sink
}

const DEFAULT_JOURNAL_CAPACITY = 100_000

/** A store that begins empty and ends with the process. */
export const createMemoryStore = (options: MemoryStoreOptions): Store =>
  storeOf(createEngine(emptyPicture(), options))

/** A store that goes on where `sink` left off, and saves each commit there before anybody sees it. */
export async function openSavedStore(options: SavedStoreOptions): Promise<Store> {
  const saved = await options.sink.load()
  const capacity = options.journalCapacity ?? DEFAULT_JOURNAL_CAPACITY
  return storeOf(createEngine(loadPicture(saved, capacity), options, options.sink))
}

/** The parts that the methods of one store share. */
interface Engine {
  readonly clock: Clock
  readonly timeline: Timeline
  readonly runner: TransactionRunner
  readonly batch: OutcomeBatch
  /** Puts the gathered outcomes into the journal; they are there when it returns, and durable when it resolves. */
  readonly recordBatch: () => Promise<void> | undefined
  readonly watchers: Wakers
  readonly sink: Sink | undefined
  closing: Promise<void> | undefined
}

function createEngine(start: Picture, options: MemoryStoreOptions, sink?: Sink): Engine {
  const { clock, onSlow, scheduler = systemScheduler, trustsBodies = false } = options
  const capacity = options.journalCapacity ?? DEFAULT_JOURNAL_CAPACITY
  const watchers = wakers()
  const timeline = createTimeline({ clock, start, capacity, sink, onVisible: watchers.wakeAll })
  const batch = outcomeBatch(scheduler, () => void recordBatch())
  const recordBatch = () => timeline.record(batch.take())
  const beforeCommit = () => void recordBatch()
  const slow = onSlow && slowTransactions(scheduler, onSlow)
  const runner = transactionRunner({ clock, timeline, slow, beforeCommit, trustsBodies })
  return { clock, timeline, runner, batch, recordBatch, watchers, sink, closing: undefined }
}

const storeOf = (engine: Engine): Store => ({
  ...entriesOf(engine),
  ...journalOf(engine),
  ...snapshotsOf(engine),
  async close() {
    engine.runner.refuseNested()
    engine.closing ??= shutDown(engine)
    return engine.closing
  },
})

const entriesOf = (engine: Engine): Pick<Store, 'get' | 'list' | 'read' | 'write' | 'dump'> => {
  const { clock, timeline, runner } = engine
  return {
    async get(collection, scope, key) {
      return getEntry(timeline.visible().entries, clock.now(), collection, scope, key)
    },
    async list(collection, scope, range = {}) {
      return listEntries(timeline.visible().entries, clock.now(), collection, scope, range)
    },
    async read(body) {
      return body(readerOf(timeline.visible().entries, clock.now()))
    },
    async write(accounts, body) {
      if (engine.closing) throw new StoreClosed()
      return runner.run(accounts, body)
    },
    dump: () => dumpEntries(timeline.visible().entries, clock.now()),
  }
}

const journalOf = (engine: Engine): Pick<Store, 'audit' | 'changes' | 'watch' | 'head'> => {
  const { timeline, batch, recordBatch, watchers } = engine
  const watched = {
    picture: timeline.visible,
    isClosed: () => engine.closing !== undefined,
    onNext: watchers.add,
  }
  return {
    audit(outcome) {
      if (engine.closing) throw new StoreClosed()
      batch.add(outcome)
    },
    async changes(account, after, limit) {
      await recordBatch()
      return changesAfter(timeline.visible().journal, account, after, limit)
    },
    watch: (account, after, signal) => watchChanges(watched, account, after, signal),
    async head() {
      await recordBatch()
      return headOf(timeline.visible().journal)
    },
  }
}

const snapshotsOf = (engine: Engine): Pick<Store, 'snapshot' | 'restore' | 'retained'> => {
  const { clock, timeline, runner, recordBatch } = engine
  const taken = snapshots()
  return {
    snapshot() {
      void recordBatch()
      return taken.take(timeline.visible())
    },
    retained: () => taken.retained().map(({ entries }) => readerOf(entries, clock.now())),
    async restore(snapshot) {
      const picture = taken.pictureOf(snapshot)
      await runner.alone(async () => {
        await recordBatch()
        await timeline.settled()
        await timeline.restore(picture)
      })
    },
  }
}

async function shutDown({ timeline, runner, recordBatch, watchers, sink }: Engine): Promise<void> {
  try {
    await runner.alone(async () => {
      await recordBatch()
      await timeline.settled()
    })
  } finally {
    watchers.wakeAll()
    await sink?.close()
  }
}
