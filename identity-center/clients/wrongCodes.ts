/** Guessing user codes is slow: after so many that are not known, a person waits (RFC 8628 5.1). */
import type { Transaction } from '#kernel/store/store.ts'
import { type Instance, scopeOf, type User, wrongCodes } from '../state.ts'

const mostWrongCodes = 10
/** Since the last one. */
const memoryMs = 15 * 60_000

export async function mayTryCode(
  tx: Transaction,
  instance: Instance,
  { userId }: User,
): Promise<boolean> {
  const count = (await tx.get(wrongCodes, scopeOf(instance), userId))?.value ?? 0
  return count < mostWrongCodes
}

export async function countWrongCode(
  tx: Transaction,
  instance: Instance,
  { userId }: User,
  now: number,
): Promise<void> {
  const count = (await tx.get(wrongCodes, scopeOf(instance), userId))?.value ?? 0
  const expiresAt = now + memoryMs
  await tx.put(wrongCodes, scopeOf(instance), userId, count + 1, { expiresAt })
}
