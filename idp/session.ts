/** Single sign-on: a cookie that stands for "has shown the password", until its end by the sandbox's clock. */
import type { Ids } from '#kernel/ids/ids.ts'
import type { Reader, Transaction } from '#kernel/store/store.ts'
import { type Session, scope, sessions, tokenKey, users, type WorkforceUser } from './state.ts'

export const sessionCookie = 'hopscope_idp'

const lifetimeMs = 8 * 60 * 60_000

export interface OpenSession {
  readonly session: Session
  readonly user: WorkforceUser
}

/** Returns the token: the only copy goes into the cookie. */
export async function openSession(
  tx: Transaction,
  { user, mfa, now, ids }: { user: string; mfa: boolean; now: number; ids: Ids },
): Promise<{ token: string; session: Session }> {
  const token = ids.bytes(32).toString('base64url')
  const endsAt = now + lifetimeMs
  const session: Session = { user, mfa, authnInstant: now, endsAt, index: `_${ids.hex(32)}` }
  await tx.put(sessions, scope, tokenKey(token), session, { expiresAt: endsAt })
  return { token, session }
}

/** The session of a cookie, as long as its user may sign in. */
export async function sessionOf(
  reader: Reader,
  token: string | undefined,
): Promise<OpenSession | undefined> {
  if (token === undefined || token === '') return undefined
  const session = (await reader.get(sessions, scope, tokenKey(token)))?.value
  if (session === undefined) return undefined
  const user = (await reader.get(users, scope, session.user))?.value
  return user?.enabled === true ? { session, user } : undefined
}

export async function endSession(tx: Transaction, token: string): Promise<void> {
  await tx.delete(sessions, scope, tokenKey(token))
}
