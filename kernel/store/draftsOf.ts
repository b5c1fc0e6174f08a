/** What a commit says in the journals of the accounts that it touched: one change each, in the order of account ids. */
import type { Outcome } from '#kernel/journal/outcome.ts'
import type { ChangeDraft } from './changeLog.ts'
import type { ChangedKey } from './store.ts'

export function draftsOf(
  touched: readonly ChangedKey[],
  outcomes: readonly Outcome[],
  at: number,
): ChangeDraft[] {
  return accountsOf(touched, outcomes).map((account) => ({
    account,
    at,
    keys: Object.freeze(touched.filter((key) => key.account === account)),
    outcomes: Object.freeze(outcomes.filter((outcome) => outcome.account === account)),
  }))
}

function accountsOf(
  touched: readonly ChangedKey[],
  outcomes: readonly Outcome[],
): readonly string[] {
  const accounts = new Set<string>()
  for (const { account } of touched) accounts.add(account)
  for (const { account } of outcomes) accounts.add(account)
  return accounts.size < 2 ? [...accounts] : [...accounts].sort()
}
