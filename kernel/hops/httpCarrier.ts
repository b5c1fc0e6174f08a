/**
 * The carrier over HTTP: the ask goes out signed with a hop credential, the answer comes back as a JWS of its
 * owner, and the asker believes it only if it answers this very ask (openAnswer.ts).
 */
import type { Clock } from '#kernel/clock/clock.ts'
import type { Carrier, Wire, WireFacts } from './carrier.ts'
import { fits } from './fits.ts'
import { createHopCredentials, type HopCredential, type HopCredentials } from './hopCredential.ts'
import { HopError } from './hopError.ts'
import { createHopSigner, type HopSigner } from './hopSigner.ts'
import { HopAnswer, HopFailure } from './hopWire.ts'
import { type Letter, letterOf } from './letter.ts'
import { openAnswer } from './openAnswer.ts'
import type { HopAddress, Post } from './post.ts'
import type { Ring } from './ring.ts'
import type { ServiceKeys } from './serviceKeys.ts'

export interface HttpCarrierOptions {
  /** Of the service that asks. */
  readonly keys: ServiceKeys
  readonly ring: Ring
  readonly clock: Clock
  readonly post: Post
  /** Where an owner's internal listener is; absent while it is down. */
  addressOf(owner: string): HopAddress | undefined
}

interface Asker extends HttpCarrierOptions {
  readonly credentials: HopCredentials
  readonly signer: HopSigner
}

/** What becomes known of the bytes while they travel. */
type Seen = { -readonly [K in keyof WireFacts]: WireFacts[K] }

export function httpCarrier(options: HttpCarrierOptions): Carrier {
  const credentials = createHopCredentials(options.keys)
  const signer = createHopSigner(credentials)
  const asker: Asker = { ...options, credentials, signer }
  return {
    kind: 'http',
    async send(wire, observe) {
      refuseForeignName(wire, asker.ring)
      const letter = letterOf(wire)
      const seen: Seen = { askHash: letter.askHash, audience: wire.from }
      try {
        const { answer, credential } = await deliver(letter, asker, seen)
        return openAnswer(letter, answer, credential, asker)
      } finally {
        observe?.(seen)
      }
    },
  }
}

function refuseForeignName({ from }: Wire, { service }: Ring): void {
  if (from !== service) throw new Error(`INVARIANT: ${service} cannot ask as ${from}`)
}

interface Delivered {
  readonly answer: HopAnswer
  readonly credential: HopCredential
}

/** An owner whose clock is ahead takes our credential for expired, before it handles anything: one more try with the next one. */
async function deliver(letter: Letter, asker: Asker, seen: Seen): Promise<Delivered> {
  const first = issue(letter, asker)
  try {
    return await exchange(letter, first, asker, seen)
  } catch (error) {
    if (!(error instanceof HopError && error.code === 'BadCredentials')) throw error
    const next = issue(letter, asker)
    if (next.accessKeyId === first.accessKeyId) throw error
    return exchange(letter, next, asker, seen)
  }
}

const issue = ({ wire }: Letter, { credentials, clock }: Asker): HopCredential =>
  credentials.issue(wire.port.owner, clock.now())

async function exchange(
  letter: Letter,
  credential: HopCredential,
  { addressOf, signer, clock, post }: Asker,
  seen: Seen,
): Promise<Delivered> {
  const { owner } = letter.wire.port
  const address = addressOf(owner)
  if (address === undefined) throw new HopError('Unreachable', `${owner} is not there`)
  const { path, body, repeatable } = letter
  const request = { host: `${address.host}:${address.port}`, path, depth: letter.wire.depth, body }
  const headers = signer.sign(request, credential, clock.now())
  seen.credential = credential.accessKeyId
  const { body: text } = await post({ owner, address, path, headers, body, repeatable })
  const answer = readAnswer(text, owner)
  seen.jws = answer.statement
  return { answer, credential }
}

/** A statement, or what went wrong beside the owner's word; never anything else. */
function readAnswer(text: Buffer, owner: string): HopAnswer {
  const json = parse(text)
  if (fits(HopAnswer, json)) return json
  if (fits(HopFailure, json)) throw new HopError(json.code, json.message)
  throw new HopError('Failed', `${owner} answered in no form of ours`)
}

function parse(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString())
  } catch {
    return undefined
  }
}
