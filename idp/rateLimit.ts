/** Guessing is slow: after so many attempts for one user, or from one address, sign-in is locked for a while. */
import { createHash } from 'node:crypto'
import type { Transaction } from '#kernel/store/store.ts'
import { type Attempts, attempts, scope } from './state.ts'

/** Attempts until the lock. Many people may share an address. */
const limits = { user: 5, address: 50 } as const
const lockMs = 30_000
/** Attempts are forgotten after this long without another. */
const memoryMs = 15 * 60_000

export interface Attempt {
  readonly userName: string
  readonly address: string
}

export type Permit =
  | { readonly allowed: true; readonly triesLeft: number }
  | { readonly allowed: false; readonly retryAfterMs: number }

/**
 * Counts the attempt before anything is compared: a hundred guesses at once are a hundred attempts.
 * Names that do not exist count as well, so that the lock does not tell which ones do.
 */
export async function takeAttempt(tx: Transaction, attempt: Attempt, now: number): Promise<Permit> {
  const { user, address } = await read(tx, attempt)
  const lockedUntil = Math.max(user.lockedUntil, address.lockedUntil)
  if (lockedUntil > now) return { allowed: false, retryAfterMs: lockedUntil - now }
  const count = stillCounting(user) + 1
  await write(tx, attempt, { user: count, address: stillCounting(address) + 1 }, now)
  return { allowed: true, triesLeft: Math.max(0, limits.user - count) }
}

/**
 * The attempt was right. `refund` gives it back, as when the password was right and a code is still
 * to come: wrong codes go on counting, or the password would buy endless guesses. `forget` is for the end.
 */
export async function settleAttempt(
  tx: Transaction,
  attempt: Attempt,
  settlement: 'refund' | 'forget',
  now: number,
): Promise<void> {
  const { user, address } = await read(tx, attempt)
  const counts = {
    user: settlement === 'forget' ? 0 : Math.max(0, user.count - 1),
    address: Math.max(0, address.count - 1),
  }
  await write(tx, attempt, counts, now)
}

type Counts = Readonly<Record<keyof typeof limits, number>>

/** Names are hashed: people type passwords into the wrong field. */
const keyOf = {
  user: ({ userName }: Attempt) => `user/${createHash('sha256').update(userName).digest('hex')}`,
  address: ({ address }: Attempt) => `address/${address}`,
}

const untouched: Attempts = { count: 0, lockedUntil: 0 }

/** A lock that is over was the end of its count. */
const stillCounting = ({ count, lockedUntil }: Attempts) => (lockedUntil > 0 ? 0 : count)

async function read(tx: Transaction, attempt: Attempt): Promise<Record<keyof Counts, Attempts>> {
  const user = await tx.get(attempts, scope, keyOf.user(attempt))
  const address = await tx.get(attempts, scope, keyOf.address(attempt))
  return { user: user?.value ?? untouched, address: address?.value ?? untouched }
}

/** The attempt that fills the count is still judged; the next one waits. */
async function write(tx: Transaction, attempt: Attempt, counts: Counts, now: number) {
  for (const kind of ['user', 'address'] as const) {
    const count = counts[kind]
    const row = { count, lockedUntil: count >= limits[kind] ? now + lockMs : 0 }
    await tx.put(attempts, scope, keyOf[kind](attempt), row, { expiresAt: now + memoryMs })
  }
}
