/**
 * Registered clients (RFC 7591). AWS keeps no table of them: the client secret is a signed token that holds the
 * registration, so it stays good wherever the key is known. Ours is a JWT with HMAC-SHA256 (RFC 7519, RFC 7518 3.2).
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { type Static, Type } from '@sinclair/typebox'
import { fits } from '#kernel/hops/fits.ts'

const Registration = Type.Object(
  {
    clientId: Type.String(),
    clientName: Type.String(),
    scopes: Type.Array(Type.String()),
    /** Milliseconds since the epoch. */
    expiresAt: Type.Integer(),
  },
  { additionalProperties: false },
)
export type ClientRegistration = Static<typeof Registration>

/** Longer ones are refused unread; the longest registration that we make stays far below. */
const longestSecret = 8192

const encode = (text: string): string => Buffer.from(text).toString('base64url')

const header = encode('{"alg":"HS256","typ":"client-registration+jwt"}')

export function clientSecretOf(registration: ClientRegistration, key: Buffer): string {
  const signed = `${header}.${encode(JSON.stringify(registration))}`
  return `${signed}.${macOf(signed, key)}`
}

/** The registration for which this secret was made, if it is the client's and not over. */
export function registrationOf(
  { clientId, clientSecret }: { readonly clientId: string; readonly clientSecret: string },
  key: Buffer,
  now: number,
): ClientRegistration | undefined {
  if (clientSecret.length > longestSecret) return undefined
  const end = clientSecret.lastIndexOf('.')
  const signed = clientSecret.slice(0, Math.max(0, end))
  if (!isEqual(clientSecret.slice(end + 1), macOf(signed, key))) return undefined
  const registration = payloadOf(signed)
  if (!registration || !isEqual(registration.clientId, clientId)) return undefined
  return now < registration.expiresAt ? registration : undefined
}

const macOf = (signed: string, key: Buffer): string =>
  createHmac('sha256', key).update(signed).digest('base64url')

/** Hashed first, so that texts of any two lengths take the same time. */
const isEqual = (given: string, expected: string): boolean =>
  timingSafeEqual(sha256(given), sha256(expected))

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Only what carried our own MAC comes here. */
function payloadOf(signed: string): ClientRegistration | undefined {
  const [signedHeader, payload = ''] = signed.split('.')
  if (signedHeader !== header) return undefined
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString())
  return fits(Registration, claims) ? claims : undefined
}
