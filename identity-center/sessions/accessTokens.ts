/** Access tokens of clients: opaque, kept as hashes, good while the portal session lasts in which they were approved. */
import type { Ids } from '#kernel/ids/ids.ts'
import type { Reader, Transaction } from '#kernel/store/store.ts'
import { type AccessToken, accessTokens, type Instance, scopeOf, secretKey } from '../state.ts'
import { type OpenSession, sessionByKey } from './portalSessions.ts'

/** SIMPLIFICATION: clients of an `sso-session` get tokens of one hour and refresh them; ours have no refresh yet. */
export const accessTokenMs = 8 * 3_600_000

/** [K] AWS's begin with `aoa`. */
export const makeAccessToken = (ids: Ids): string => `aoa${ids.bytes(48).toString('base64url')}`

export interface OpenToken extends OpenSession {
  readonly token: AccessToken
}

export async function putToken(
  tx: Transaction,
  instance: Instance,
  secret: string,
  token: AccessToken,
): Promise<void> {
  await tx.put(accessTokens, scopeOf(instance), secretKey(secret), token, {
    ifVersion: null,
    expiresAt: token.expiresAt,
  })
}

export async function openToken(
  reader: Reader,
  instance: Instance,
  secret: string,
): Promise<OpenToken | undefined> {
  const token = (await reader.get(accessTokens, scopeOf(instance), secretKey(secret)))?.value
  const open = token && (await sessionByKey(reader, instance, token.sessionKey))
  return open && { token, ...open }
}
