/** The canonical user ids that the seed gives to accounts; the others follow from the account's number. */
import type { Transaction } from '#kernel/store/store.ts'
import { canonicalUsers } from './state.ts'

/** What S3 reads of the seed. */
export interface S3Seed {
  readonly accounts: readonly {
    readonly id: string
    readonly canonicalUserId?: string | undefined
  }[]
}

export async function seedCanonicalUsers(tx: Transaction, seed: S3Seed): Promise<void> {
  for (const { id: account, canonicalUserId } of seed.accounts) {
    if (canonicalUserId === undefined) continue
    await tx.put(canonicalUsers, { account, region: '' }, account, { id: canonicalUserId })
  }
}
