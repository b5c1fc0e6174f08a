/**
 * Reading the journal by outcome: what CloudTrail, EventBridge, Config and GuardDuty do, all from the same record.
 * The store writes it, in the commit of each change; a place in it is a `Cursor` of the store.
 */
import type { Cursor, Store } from '#kernel/store/store.ts'
import type { Outcome } from './outcome.ts'

export interface OutcomePage {
  readonly outcomes: readonly Outcome[]
  /** Where the next page begins; the same as before if there was nothing new. */
  readonly next: Cursor
}

/** An outcome, and the place after the commit that holds it. */
export interface WatchedOutcome {
  readonly outcome: Outcome
  readonly cursor: Cursor
}

/** How many commits are fetched at a time on the way to a page of outcomes. */
const CHANGES_PER_FETCH = 256

/**
 * The outcomes of one account ('*' = all) after a place, in order: at least `limit` of them if there are so many,
 * and always all of a commit. `StaleCursor` as in `Store.changes`.
 */
export async function outcomesSince(
  store: Store,
  account: string,
  after: Cursor,
  limit: number,
): Promise<OutcomePage> {
  const outcomes: Outcome[] = []
  let next = after
  while (outcomes.length < limit) {
    const changes = await store.changes(account, next, CHANGES_PER_FETCH)
    for (const change of changes) {
      if (outcomes.length >= limit) return { outcomes, next }
      outcomes.push(...change.outcomes)
      next = change.cursor
    }
    if (changes.length < CHANGES_PER_FETCH) break
  }
  return { outcomes, next }
}

/** The outcomes of one account ('*' = all) after a place, and then as they come, until `signal`. */
export async function* watchOutcomes(
  store: Store,
  account: string,
  after: Cursor,
  signal: AbortSignal,
): AsyncGenerator<WatchedOutcome, void, void> {
  for await (const { outcomes, cursor } of store.watch(account, after, signal)) {
    for (const outcome of outcomes) yield { outcome, cursor }
  }
}
