/** The asker's checks of an answer: signed by its owner, for this asker, about this ask and this request, in time, in shape. */
import type { Clock } from '#kernel/clock/clock.ts'
import { judged, type Source, sourceOf, statementOf } from './believe.ts'
import { fits } from './fits.ts'
import type { HopCredential } from './hopCredential.ts'
import { HopError } from './hopError.ts'
import { type HopAnswer, refusedSubject } from './hopWire.ts'
import type { Letter } from './letter.ts'
import { agrees, type Method, type Reply } from './port.ts'
import { Refusal } from './refusal.ts'
import type { Ring } from './ring.ts'
import { unseal } from './seal.ts'
import type { Statement } from './statement.ts'

export interface OpeningTools {
  readonly clock: Clock
  readonly ring: Ring
}

export function openAnswer(
  letter: Letter,
  answer: HopAnswer,
  credential: HopCredential,
  tools: OpeningTools,
): Reply<unknown, Buffer | undefined> {
  const { port, method, bound, ask } = letter.wire
  const source = sourceOf(port, method)
  const statement = addressedToUs(letter, answer.statement, source, tools)
  const now = tools.clock.now()
  if (statement.about === refusedSubject(source.about)) throw refusal(source, statement, bound, now)
  judged(source, statement, bound, now)
  const spec = port.methods[method]!
  if (!agrees(spec, ask, statement.body)) throw bad(source, 'a statement for another question')
  return { statement, secret: secretIn(answer, letter, credential, spec) }
}

type About = Pick<Source<never>, 'issuer' | 'about'>

function addressedToUs(
  letter: Letter,
  jws: string,
  { issuer, about }: About,
  { ring }: OpeningTools,
): Statement<unknown> {
  const claims = ring.open(issuer, jws)
  if (claims === undefined) throw bad({ about }, `not a statement of ${issuer}`)
  if (claims.aud !== letter.wire.from) throw bad({ about }, `a statement for ${claims.aud}`)
  if (claims.ask !== letter.askHash) throw bad({ about }, 'a statement that answers another ask')
  return statementOf(claims, jws)
}

/** The owner's refusal is its signed word too. */
function refusal(
  { issuer, about }: About,
  statement: Statement<unknown>,
  bound: string,
  now: number,
): HopError {
  const source = { issuer, about: refusedSubject(about), answer: Refusal }
  const { body } = judged(source, statement, bound, now)
  return new HopError('Refused', body.message, { refusal: body })
}

function secretIn(
  { secret: box }: HopAnswer,
  { askHash, wire }: Letter,
  credential: HopCredential,
  spec: Method,
): Buffer | undefined {
  if (box === undefined && spec.secret === undefined) return undefined
  const secret = box === undefined ? undefined : unseal(box, askHash, credential)
  if (spec.secret !== undefined && fits(spec.secret, secret)) return secret
  throw bad(sourceOf(wire.port, wire.method), 'a secret that was not sealed for this ask')
}

const bad = ({ about }: { readonly about: string }, why: string): HopError =>
  new HopError('BadStatement', `${about}: ${why}`)
