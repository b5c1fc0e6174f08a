/** Forms are only taken from pages that we gave to this browser: a signed double-submit token (OWASP, CSRF prevention). */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Ids } from '#kernel/ids/ids.ts'
import type { Store } from '#kernel/store/store.ts'
import { csrfKeys, scope } from './state.ts'

/** Holds a nonce; the form holds its MAC. Cookies know no ports, so a neighbour may set one, but cannot sign for it. */
export const csrfCookie = 'hopscope_idp_csrf'

export function csrfToken(key: Buffer, nonce: string): string {
  return createHmac('sha256', key).update(nonce).digest('base64url')
}

export function isCsrfToken(key: Buffer, nonce: string | undefined, token: string): boolean {
  if (nonce === undefined || nonce === '') return false
  const [expected, given] = [Buffer.from(csrfToken(key, nonce)), Buffer.from(token)]
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/** Made on first use and shared by all who share the store. */
export async function csrfKey(store: Store, ids: Ids): Promise<Buffer> {
  const known = await store.get(csrfKeys, scope, 'current')
  if (known !== undefined) return Buffer.from(known.value, 'base64')
  return store.write([scope.account], async (tx) => {
    const made = await tx.get(csrfKeys, scope, 'current')
    if (made !== undefined) return Buffer.from(made.value, 'base64')
    const key = ids.bytes(32)
    await tx.put(csrfKeys, scope, 'current', key.toString('base64'))
    return key
  })
}
