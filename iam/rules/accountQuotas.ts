/** How much an account may have of one kind. Counted where it stands, up to the quota, so that no count can be wrong. */
import type { Collection, Reader } from '#kernel/store/store.ts'
import { quotaExceeded } from '../errors.ts'
import { accountQuotas } from '../quotas.ts'
import { scopeOf } from '../state.ts'

export type AccountQuota = keyof typeof accountQuotas

/** Refuses one more. */
export async function requireRoom(
  read: Reader,
  account: string,
  collection: Collection<unknown>,
  quota: AccountQuota,
): Promise<void> {
  const limit = accountQuotas[quota]
  const there = await read.list(collection, scopeOf(account), { limit })
  if (there.length >= limit) throw quotaExceeded(quota, limit)
}
