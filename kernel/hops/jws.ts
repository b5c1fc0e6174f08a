/**
 * A statement on the wire: compact JWS (RFC 7515) with EdDSA over Ed25519 (RFC 8037), claims as in a JWT (RFC 7519).
 * The header is one constant and is compared whole: which algorithm holds is decided here, never by the token.
 */
import { type KeyObject, sign, verify } from 'node:crypto'
import { type Static, Type } from '@sinclair/typebox'
import { fits } from './fits.ts'

export const Claims = Type.Object(
  {
    /** The service that answered. */
    iss: Type.String(),
    /** What it answers: `port.method`. */
    sub: Type.String(),
    /** The service that asked. */
    aud: Type.String(),
    exp: Type.Integer(),
    /** The client's request. */
    bound: Type.String(),
    /** The ask, by its hash. A statement that STS makes of its own accord answers none. */
    ask: Type.Optional(Type.String()),
    body: Type.Unknown(),
  },
  { additionalProperties: false },
)
export type Claims = Static<typeof Claims>

const encode = (text: string): string => Buffer.from(text).toString('base64url')

/** Explicit type (RFC 8725 section 3.11): no other JWT can be taken for a statement. */
const header = encode('{"alg":"EdDSA","typ":"hop+jwt"}')

/** Longer ones are refused unread. */
const maximumLength = 64 * 1024 * 1024

export function signJws(claims: Claims, privateKey: KeyObject): string {
  const signed = `${header}.${encode(JSON.stringify(claims))}`
  return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`
}

export function verifyJws(jws: string, publicKey: KeyObject): Claims | undefined {
  const parts = splitJws(jws)
  if (parts === undefined) return undefined
  if (!verify(null, Buffer.from(parts.signed), publicKey, parts.signature)) return undefined
  return claimsOf(parts.payload)
}

function splitJws(jws: string) {
  if (jws.length > maximumLength || !jws.startsWith(`${header}.`)) return undefined
  const end = jws.indexOf('.', header.length + 1)
  if (end === -1) return undefined
  const signature = decodeStrictly(jws.slice(end + 1))
  if (signature === undefined) return undefined
  return { signed: jws.slice(0, end), payload: jws.slice(header.length + 1, end), signature }
}

/** Node skips characters that are not base64url; here one signature has one spelling. */
function decodeStrictly(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : undefined
}

function claimsOf(payload: string): Claims | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString())
    return fits(Claims, claims) ? claims : undefined
  } catch {
    return undefined
  }
}
