/** The signing keys that one service holds: its own private one, and everybody's public ones. */
import type { JsonWebKey, KeyObject } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { deepFreeze } from './deepFreeze.ts'
import { privateKeyOf, publicKeyOf } from './ed25519.ts'
import { type Claims, signJws, verifyJws } from './jws.ts'
import type { ServiceKeys } from './serviceKeys.ts'

export interface Ring {
  /** In whose name it signs. */
  readonly service: string
  /** The claims as a JWS of this service. */
  sign(claims: Omit<Claims, 'iss'>): string
  /** The claims of a JWS that `issuer` really signed, else undefined. Whether they still hold, and for what, is the caller's check. */
  open(issuer: string, jws: string): Claims | undefined
  /** The public half of its own key, for viewers (RFC 8037). */
  jwk(): JsonWebKey
}

/** Caller statements, which come again and again within one request, are below this; decisions, met once, mostly above. */
const longestKept = 8192
const kept = 1000

export function createRing(keys: ServiceKeys): Ring {
  const { service, signingSeed, publicKeys } = keys
  const privateKey = once(() => privateKeyOf(Buffer.from(signingSeed, 'base64')))
  const publicKey = keyByIssuer(publicKeys)
  const verified = new LRUCache<string, Claims>({ max: kept })

  const keep = (jws: string, claims: Claims): Claims => {
    if (jws.length <= longestKept) verified.set(jws, deepFreeze(claims))
    return claims
  }
  return {
    service,
    sign(claims) {
      const own = Object.assign({}, claims, { iss: service })
      const jws = signJws(own, privateKey())
      keep(jws, own)
      return jws
    },
    open(issuer, jws) {
      const known = verified.get(jws)
      if (known !== undefined) return known.iss === issuer ? known : undefined
      const key = publicKey(issuer)
      const claims = key && verifyJws(jws, key)
      return claims?.iss === issuer ? keep(jws, claims) : undefined
    },
    jwk: () => ({
      ...publicKey(service)!.export({ format: 'jwk' }),
      kid: service,
      alg: 'EdDSA',
      use: 'sig',
    }),
  }
}

function keyByIssuer(publicKeys: Readonly<Record<string, string>>) {
  const made = new Map<string, KeyObject>()
  return (issuer: string): KeyObject | undefined => {
    if (!Object.hasOwn(publicKeys, issuer)) return undefined
    const key = made.get(issuer) ?? publicKeyOf(Buffer.from(publicKeys[issuer]!, 'base64'))
    made.set(issuer, key)
    return key
  }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
