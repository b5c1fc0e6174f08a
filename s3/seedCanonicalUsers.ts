/** The canonical user ids that the seed gives to accounts; the others follow from the account's number. */
import type { Transaction } from '#kernel/store/store.ts'
import type { Seed } from '#sandbox/seed/seed.ts'
import { canonicalUsers } from './state.ts'

export async function seedCanonicalUsers(tx: Transaction, seed: Seed): Promise<void> {
  for (const { id: account, canonicalUserId } of seed.accounts) {
    if (canonicalUserId === undefined) continue
    await tx.put(canonicalUsers, { account, region: '' }, account, { id: canonicalUserId })
  }
}
