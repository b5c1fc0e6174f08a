/** Notices transactions that stay open: their body awaits something else than the store, and holds up all other writers. */
import type { Scheduler } from '#kernel/clock/scheduler.ts'

/** What is reported: seen open at two ticks in a row, so open for one to two seconds. */
const TICK_MS = 1000

export interface SlowTransaction {
  readonly accounts: readonly string[]
}

export interface SlowTransactions {
  began(transaction: SlowTransaction): void
  ended(transaction: SlowTransaction): void
}

/** One timer for all, and none while nothing is open: a transaction itself costs two operations on a set. */
export function slowTransactions(
  scheduler: Scheduler,
  onSlow: (transaction: SlowTransaction) => void,
): SlowTransactions {
  const open = new Set<SlowTransaction>()
  let seen = new Set<SlowTransaction>()
  const reported = new WeakSet<SlowTransaction>()
  let isTicking = false

  function tick(): void {
    for (const transaction of open) {
      if (seen.has(transaction)) report(transaction)
    }
    seen = new Set(open)
    isTicking = open.size > 0
    if (isTicking) scheduler.after(TICK_MS, tick)
  }

  function report(transaction: SlowTransaction): void {
    if (reported.has(transaction)) return
    reported.add(transaction)
    onSlow(transaction)
  }

  return {
    began(transaction) {
      open.add(transaction)
      if (isTicking) return
      isTicking = true
      scheduler.after(TICK_MS, tick)
    },
    ended: (transaction) => void open.delete(transaction),
  }
}
