/** A statement is checked by whoever receives it, first hand or passed on, object or JWS: issuer, subject, request, time, shape. */
import type { Static, TSchema } from '@sinclair/typebox'
import { fits } from './fits.ts'
import { HopError } from './hopError.ts'
import type { Claims } from './jws.ts'
import type { Answer, MethodName, Port } from './port.ts'
import type { Ring } from './ring.ts'
import { isGenuine, mint, type Statement } from './statement.ts'

/** Whose word on what. */
export interface Source<S extends TSchema> {
  readonly issuer: string
  /** `port.method`. */
  readonly about: string
  readonly answer: S
}

export const sourceOf = <P extends Port, M extends MethodName<P>>(port: P, method: M) => ({
  issuer: port.owner,
  about: `${port.name}.${method}`,
  answer: port.methods[method]!.answer as P['methods'][M]['answer'],
})

/** `now` in milliseconds, sandbox's clock. */
export function believe<P extends Port, M extends MethodName<P>>(
  port: P,
  method: M,
  given: unknown,
  bound: string,
  ring: Ring,
  now: number,
): Statement<Answer<P, M>> {
  return judged(sourceOf(port, method), received(given, port.owner, ring), bound, now)
}

/** The statement that an object is, or that a JWS of `issuer` is; undefined for anything else. */
export function received(
  given: unknown,
  issuer: string,
  ring: Ring,
): Statement<unknown> | undefined {
  if (typeof given !== 'string') return isGenuine(given) ? given : undefined
  const claims = ring.open(issuer, given)
  return claims && statementOf(claims, given)
}

/** INVARIANT: of claims that a ring opened. */
export function statementOf(claims: Claims, jws: string): Statement<unknown> {
  const { iss: issuer, sub: about, bound, exp, body } = claims
  return mint({ issuer, about, bound, exp, body, jws })
}

export function judged<S extends TSchema>(
  source: Source<S>,
  statement: Statement<unknown> | undefined,
  bound: string,
  now: number,
): Statement<Static<S>> {
  const objection = objectionTo(source, statement, bound, now)
  if (objection !== undefined) throw new HopError('BadStatement', `${source.about}: ${objection}`)
  return statement as Statement<Static<S>>
}

function objectionTo(
  { issuer, about, answer }: Source<TSchema>,
  statement: Statement<unknown> | undefined,
  bound: string,
  now: number,
): string | undefined {
  if (statement?.issuer !== issuer) return `not a statement of ${issuer}`
  if (statement.about !== about) return `a statement about ${statement.about}`
  if (statement.bound !== bound) return 'a statement for another request'
  if (statement.exp * 1000 <= now) return 'a statement that has expired'
  return fits(answer, statement.body) ? undefined : 'a statement of a wrong shape'
}
