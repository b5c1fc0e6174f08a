/** The owner's side of a hop over HTTP: signature, form, then the ask; what comes out is signed for this asker and this ask. */
import type { Clock } from '#kernel/clock/clock.ts'
import { header, type WireRequest } from '#kernel/http/wireRequest.ts'
import type { Answer, Exposed } from './expose.ts'
import { fits } from './fits.ts'
import { createHopCredentials, type HopCredential } from './hopCredential.ts'
import { HopError } from './hopError.ts'
import { createHopSigner, type HopSigner } from './hopSigner.ts'
import {
  askHashOf,
  depthHeader,
  type HopAnswer,
  HopAsk,
  readHopPath,
  refusedSubject,
} from './hopWire.ts'
import { createOnceOnly, type OnceOnly } from './onceOnly.ts'
import type { Ring } from './ring.ts'
import { seal } from './seal.ts'
import type { ServiceKeys } from './serviceKeys.ts'
import { statementExpiry } from './statement.ts'

export interface HopOwnerOptions {
  /** Of the service that answers. */
  readonly keys: ServiceKeys
  readonly ring: Ring
  readonly clock: Clock
  readonly exposed: readonly Exposed[]
}

/** What an owner answers with. */
export interface HopOwner extends HopOwnerOptions {
  readonly signer: HopSigner
  /** Asks that must not be handled twice, and their answers. */
  readonly once: OnceOnly<SignedAnswer>
}

export const hopOwner = (options: HopOwnerOptions): HopOwner => ({
  ...options,
  signer: createHopSigner(createHopCredentials(options.keys)),
  once: createOnceOnly(),
})

export interface SignedAnswer {
  readonly answer: HopAnswer
  readonly isRefusal: boolean
}

/** One ask that is in order so far. */
interface Received extends HopAsk {
  readonly exposed: Exposed
  readonly method: string
  readonly credential: HopCredential
  readonly depth: number
  readonly askHash: string
}

export function answerHop(request: WireRequest, owner: HopOwner): Promise<SignedAnswer> {
  const received = receive(request, owner)
  const { exposed, method, credential, askHash } = received
  const spec = Object.hasOwn(exposed.port.methods, method) && exposed.port.methods[method]
  if (spec === false || spec?.repeatable) return handle(received, owner)
  return owner.once(`${credential.asker}/${askHash}`, () => handle(received, owner))
}

function receive(request: WireRequest, owner: HopOwner): Received {
  const route = request.method === 'POST' && request.query === '' && readHopPath(request.path)
  const exposed = route && owner.exposed.find(({ port }) => port.name === route.port)
  if (!exposed) throw new HopError('BadAsk', 'no port of this service')
  const credential = owner.signer.verify(request, owner.clock.now())
  const depth = depthOf(request)
  const askHash = askHashOf(request.path, request.body)
  return { ...contentOf(request.body), exposed, method: route.method, credential, depth, askHash }
}

function depthOf(request: WireRequest): number {
  const text = header(request, depthHeader) ?? ''
  if (!/^[1-9]$/.test(text)) throw new HopError('BadAsk', `${depthHeader} is no depth`)
  return Number(text)
}

function contentOf(body: Buffer): HopAsk {
  const content = parse(body)
  if (!fits(HopAsk, content)) throw new HopError('BadAsk', 'a body of another form')
  return content
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    return undefined
  }
}

async function handle(received: Received, owner: HopOwner): Promise<SignedAnswer> {
  const { exposed, method, credential, bound, nonce, depth, ask } = received
  const asked = { from: credential.asker, bound, depth, parent: nonce }
  const about = `${exposed.port.name}.${method}`
  try {
    const answer = await exposed.answer(method, ask, asked)
    return { answer: signed(about, answer, received, owner), isRefusal: false }
  } catch (error) {
    if (!(error instanceof HopError && error.refusal)) throw error
    const refused = { body: error.refusal }
    return { answer: signed(refusedSubject(about), refused, received, owner), isRefusal: true }
  }
}

function signed(
  subject: string,
  { body, secret }: Answer<Buffer>,
  { credential, bound, askHash }: Received,
  { ring, clock }: HopOwner,
): HopAnswer {
  const exp = statementExpiry(clock.now())
  const aud = credential.asker
  const statement = ring.sign({ sub: subject, aud, exp, bound, ask: askHash, body })
  if (secret === undefined) return { statement }
  return { statement, secret: seal(secret, askHash, credential) }
}
