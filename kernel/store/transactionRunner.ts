/** How a transaction runs: it takes its locks, runs the body once, commits, gives the locks back, then waits for the disk. */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Clock } from '#kernel/clock/clock.ts'
import { accountLocks } from './accountLocks.ts'
import { NestedTransaction } from './errors.ts'
import type { SlowTransactions } from './slowTransactions.ts'
import type { Transaction } from './store.ts'
import type { Timeline } from './timeline.ts'
import { type OpenTransaction, openTransaction } from './transaction.ts'

export type TransactionBody<T> = (tx: Transaction) => Promise<T>

export interface TransactionRunner {
  run<T>(accounts: readonly string[], body: TransactionBody<T>): Promise<T>
  /** Runs `task` while no transaction is open. */
  alone<T>(task: () => Promise<T>): Promise<T>
  /** Throws `NestedTransaction` in whatever runs on behalf of an open transaction. */
  refuseNested(): void
}

export interface TransactionRunnerOptions {
  readonly clock: Clock
  readonly timeline: Timeline
  readonly slow: SlowTransactions | undefined
  /** What must be in the journal before a commit. */
  readonly beforeCommit: () => void
  /** See `MemoryStoreOptions`. */
  readonly trustsBodies: boolean
}

interface Running {
  readonly timeline: Timeline
  readonly transaction: OpenTransaction
}

/** The transaction on whose behalf code runs, through all its awaits. */
const running = new AsyncLocalStorage<Running>()

/** Transactions open in this process. */
let open = 0

/** Node follows every await of the process while a storage is in use: reads must not pay for that. */
async function following<T>(transaction: Running, body: () => Promise<T>): Promise<T> {
  open++
  try {
    return await running.run(transaction, body)
  } finally {
    open--
    if (open === 0) running.disable()
  }
}

const unfollowed = <T>(_: Running, body: () => Promise<T>): Promise<T> => body()

export function transactionRunner(options: TransactionRunnerOptions): TransactionRunner {
  const { clock, timeline, slow, beforeCommit, trustsBodies } = options
  const follow = trustsBodies ? unfollowed : following
  const locks = accountLocks()

  async function runLocked<T>(accounts: readonly string[], body: TransactionBody<T>): Promise<T> {
    const generation = timeline.generation()
    const { entries } = timeline.newest()
    const transaction = openTransaction({ accounts, entries, now: clock.now() })
    slow?.began(transaction)
    let result: T
    let durable: Promise<void> | undefined
    try {
      result = await follow({ timeline, transaction }, () => body(transaction.handle))
      beforeCommit()
      durable = timeline.commit(transaction, generation)
    } finally {
      transaction.isOpen = false
      slow?.ended(transaction)
      locks.leave(accounts)
    }
    // After the locks: the next transaction gets into the same group of commits.
    if (durable) await durable
    return result
  }

  function refuseNested(): void {
    const around = running.getStore()
    if (around?.timeline === timeline && around.transaction.isOpen) throw new NestedTransaction()
  }

  return {
    async run(accounts, body) {
      refuseNested()
      const sorted = sortedOnce(accounts)
      const waiting = locks.enter(sorted)
      if (waiting) await waiting
      return runLocked(sorted, body)
    },
    async alone(task) {
      refuseNested()
      return locks.alone(task)
    },
    refuseNested,
  }
}

const sortedOnce = (accounts: readonly string[]): readonly string[] =>
  accounts.length < 2 ? accounts : [...new Set(accounts)].sort()
