/**
 * A hop credential: with it a service proves to one owner who it is. Both derive it from the secret that they
 * share and from the time (HKDF, RFC 5869), so it expires and rotates by the sandbox's clock and nobody keeps it.
 */
import { hkdfSync } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { HopError } from './hopError.ts'
import type { ServiceKeys } from './serviceKeys.ts'

export interface HopCredential {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly asker: string
  readonly owner: string
  /** The asker as other services know it: `s3.amazonaws.com`. */
  readonly principal: string
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
  /** Seals what only the asker may read in an answer: encryption key and IV key. */
  readonly sealKey: Buffer
}

export interface HopCredentials {
  /** The one with which this service asks `owner` now. */
  issue(owner: string, now: number): HopCredential
  /** The one that an ask was signed with, if it is good for asking this service now. */
  recall(accessKeyId: string, now: number): HopCredential
}

const minute = 60_000
/** Every ten minutes a new one, each good for fifteen: it is renewed with five left. */
const renewal = 10 * minute
const lifetime = 15 * minute
/** Two processes do not read the same millisecond. */
const tolerance = minute

/** The underscore: no key id of AWS has one, so `AKIA…` and `ASIA…` cannot be confused with it. */
export const hopKeyPrefix = 'HOP_'
const form = /^HOP_([a-z][a-z0-9-]*)_([a-z][a-z0-9-]*)_([0-9A-Z]{1,10})$/

export const isHopKeyId = (accessKeyId: string): boolean => form.test(accessKeyId)

export function createHopCredentials(keys: ServiceKeys): HopCredentials {
  const { service, asks, answers } = keys
  const made = new LRUCache<string, HopCredential>({ max: 256 })
  const credentialOf = (names: Names, secrets: Readonly<Record<string, string>>, peer: string) => {
    if (!Object.hasOwn(secrets, peer))
      throw refused(`${names.asker} has no business with ${names.owner}`)
    const id = `${hopKeyPrefix}${names.asker}_${names.owner}_${names.number.toString(36).toUpperCase()}`
    const credential = made.get(id) ?? derive(id, names, secrets[peer]!, keys)
    made.set(id, credential)
    return credential
  }
  return {
    issue: (owner, now) =>
      credentialOf({ asker: service, owner, number: Math.floor(now / renewal) }, asks, owner),
    recall(accessKeyId, now) {
      const names = namesIn(accessKeyId)
      if (names?.owner !== service) throw refused(`no hop credential for ${service}`)
      const credential = credentialOf(names, answers, names.asker)
      if (now >= credential.expiresAt) throw refused(`${accessKeyId} has expired`)
      if (now < credential.expiresAt - lifetime - tolerance)
        throw refused(`${accessKeyId} is not valid yet`)
      return credential
    },
  }
}

interface Names {
  readonly asker: string
  readonly owner: string
  /** Counts the renewals since the epoch. */
  readonly number: number
}

function namesIn(accessKeyId: string): Names | undefined {
  const found = form.exec(accessKeyId)
  if (found === null) return undefined
  const [, asker, owner, number] = found
  return { asker: asker!, owner: owner!, number: Number.parseInt(number!, 36) }
}

function derive(accessKeyId: string, names: Names, secret: string, keys: ServiceKeys) {
  const { asker, owner, number } = names
  const bytes = (purpose: string, length: number): Buffer =>
    Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64'), accessKeyId, purpose, length))
  return {
    accessKeyId,
    secretAccessKey: bytes('sign', 30).toString('base64'),
    asker,
    owner,
    principal: keys.principals[asker]!,
    expiresAt: number * renewal + lifetime,
    sealKey: bytes('seal', 64),
  }
}

const refused = (why: string): HopError => new HopError('BadCredentials', why)
