/** The owner's side of a port, the same behind both carriers: ask checked, handler run, answer checked. */
import { AwsError } from '#kernel/errors/awsError.ts'
import { isBound } from './bound.ts'
import { fits } from './fits.ts'
import { HopError } from './hopError.ts'
import { type Asked, agrees, type Implementation, type Method, type Port } from './port.ts'
import { refusalOf } from './refusal.ts'

/** What a carrier calls at the owner. Fails with `HopError` only. */
export interface Exposed {
  readonly port: Port
  answer(method: string, ask: unknown, asked: Asked): Promise<Answer<Buffer>>
}

export interface Answer<S> {
  readonly body: unknown
  readonly secret?: S | undefined
}

/** A chain of asks longer than this is a loop that no one drew. */
export const maximumDepth = 4

type Handler = (ask: unknown, asked: Asked) => Promise<Answer<Uint8Array>>

export function expose<P extends Port>(port: P, implementation: Implementation<P>): Exposed {
  return {
    port,
    async answer(method, ask, asked) {
      const about = `${port.name}.${method}`
      const spec = Object.hasOwn(port.methods, method) ? port.methods[method] : undefined
      if (spec === undefined) throw new HopError('BadAsk', `${about} is no method`)
      checkAsk(about, spec, ask, asked)
      const handler = implementation[method as keyof P['methods'] & string] as unknown as Handler
      const answered = await ownWord(about, () => handler(ask, asked))
      checkAnswer(about, spec, ask, answered)
      return { body: answered.body, ...secretOf(answered) }
    },
  }
}

function checkAsk(about: string, spec: Method, ask: unknown, asked: Asked): void {
  if (asked.depth > maximumDepth)
    throw new HopError('BadAsk', `${about} is asked at depth ${asked.depth}, over ${maximumDepth}`)
  if (!isBound(asked.bound)) throw new HopError('BadAsk', `${about} is bound to no request`)
  if (!fits(spec.ask, ask)) throw new HopError('BadAsk', `${about} is asked in a wrong shape`)
}

/** An error of AWS is the owner's word; what else breaks in it, also a refused ask further on, is not. */
async function ownWord<T>(about: string, handle: () => Promise<T>): Promise<T> {
  try {
    return await handle()
  } catch (cause) {
    if (cause instanceof AwsError)
      throw new HopError('Refused', cause.message, { refusal: refusalOf(cause), cause })
    // What the owner does not believe is said to the asker, whose ask held it.
    if (cause instanceof HopError && cause.code === 'BadStatement') throw cause
    throw new HopError('Failed', `${about} failed`, { cause })
  }
}

function checkAnswer(
  about: string,
  spec: Method,
  ask: unknown,
  answered: Answer<Uint8Array>,
): void {
  const isShaped = fits(spec.answer, answered.body) && fitsSecret(spec, answered.secret)
  if (!isShaped) throw new HopError('Failed', `${about} answered in a wrong shape`)
  if (!agrees(spec, ask, answered.body))
    throw new HopError('Failed', `${about} answered another question`)
}

/** A secret is there exactly where its method has one. */
const fitsSecret = ({ secret: schema }: Method, secret: unknown): boolean =>
  schema === undefined ? secret === undefined : fits(schema, secret)

/** A copy: the asker must not hold the owner's own bytes. */
const secretOf = ({ secret }: Answer<Uint8Array>): { secret?: Buffer } =>
  secret === undefined ? {} : { secret: Buffer.from(secret) }
