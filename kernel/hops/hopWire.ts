/** The form of a hop over HTTP: where an ask goes, what its body holds, what comes back. */
import { createHash } from 'node:crypto'
import { type Static, Type } from '@sinclair/typebox'

export const hopPath = (port: string, method: string): string => `/_hop/${port}/${method}`

const pathForm = /^\/_hop\/([A-Za-z]{1,40})\/([A-Za-z_]{1,40})$/

/** Port and method of a path; undefined where it is none of ours. */
export function readHopPath(path: string): { port: string; method: string } | undefined {
  const found = pathForm.exec(path)
  return found === null ? undefined : { port: found[1]!, method: found[2]! }
}

export const HopAsk = Type.Object(
  {
    bound: Type.String(),
    /** Makes this ask unlike every other, and so its answer. */
    nonce: Type.String({ minLength: 16, maxLength: 64 }),
    ask: Type.Unknown(),
  },
  { additionalProperties: false },
)
export type HopAsk = Static<typeof HopAsk>

/** How many hops this one ends; signed. */
export const depthHeader = 'x-hop-depth'

/** Names one ask: what the statement that answers it must carry. */
export const askHashOf = (path: string, body: Uint8Array): string =>
  createHash('sha256').update(path).update(body).digest('hex')

/** An answer, or the owner's refusal, signed either way; `secret` is sealed. */
export const HopAnswer = Type.Object({
  statement: Type.String(),
  secret: Type.Optional(Type.String()),
})
export type HopAnswer = Static<typeof HopAnswer>

/** Subject of a statement that refuses: nobody can take it for an answer. */
export const refusedSubject = (about: string): string => `${about}/refused`

/** What goes wrong before or beside the owner's own word. */
export const HopFailure = Type.Object({
  code: Type.Union([
    Type.Literal('BadAsk'),
    Type.Literal('BadCredentials'),
    Type.Literal('BadStatement'),
    Type.Literal('Failed'),
  ]),
  message: Type.String(),
})
export type HopFailure = Static<typeof HopFailure>

export const statusOf: Readonly<Record<HopFailure['code'], number>> = {
  BadAsk: 400,
  BadCredentials: 401,
  BadStatement: 403,
  Failed: 500,
}

/** Of a refusal: the statement inside says what the owner's own status is. */
export const refusedStatus = 403

/** Most bytes of an ask: a thousand checks with their contexts and a resource policy. */
export const maximumAsk = 4 * 1024 * 1024
/** Most bytes of an answer: a thousand decisions with all their findings. */
export const maximumAnswer = 48 * 1024 * 1024
