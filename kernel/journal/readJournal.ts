/** All outcomes that the journal holds of one account ('*' = all), oldest first. */
import { START, type Store } from '#kernel/store/store.ts'
import { outcomesSince } from './journal.ts'
import type { Outcome } from './outcome.ts'

export async function readJournal(store: Store, account = '*'): Promise<readonly Outcome[]> {
  const { outcomes } = await outcomesSince(store, account, START, Number.POSITIVE_INFINITY)
  return outcomes
}
