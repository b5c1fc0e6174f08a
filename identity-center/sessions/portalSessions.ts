/** Portal sessions: what a browser's cookie, and every access token that was approved in it, stand for. */
import type { Reader, Transaction } from '#kernel/store/store.ts'
import {
  type Instance,
  type PortalSession,
  portalSessions,
  scopeOf,
  secretKey,
  type User,
  users,
} from '../state.ts'

/** AWS's default; the identity provider may end it earlier (SessionNotOnOrAfter). */
export const portalSessionMs = 8 * 3_600_000

export interface OpenSession {
  /** Under which it is kept: the hash of its cookie. */
  readonly key: string
  readonly session: PortalSession
  readonly user: User
}

export async function putSession(
  tx: Transaction,
  instance: Instance,
  token: string,
  session: PortalSession,
): Promise<void> {
  await tx.put(portalSessions, scopeOf(instance), secretKey(token), session, {
    ifVersion: null,
    expiresAt: session.endsAt,
  })
}

export function sessionByToken(
  reader: Reader,
  instance: Instance,
  token: string | undefined,
): Promise<OpenSession | undefined> {
  return token ? sessionByKey(reader, instance, secretKey(token)) : Promise.resolve(undefined)
}

/** As long as it lasts and its user may sign in: disabling somebody ends what they have open at once. */
export async function sessionByKey(
  reader: Reader,
  instance: Instance,
  key: string,
): Promise<OpenSession | undefined> {
  const scope = scopeOf(instance)
  const session = (await reader.get(portalSessions, scope, key))?.value
  if (!session) return undefined
  const user = (await reader.get(users, scope, session.userId))?.value
  return user?.enabled ? { key, session, user } : undefined
}

export async function endSession(tx: Transaction, instance: Instance, key: string): Promise<void> {
  await tx.delete(portalSessions, scopeOf(instance), key)
}
