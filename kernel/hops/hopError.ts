/** Why an ask got no answer. Only `Refused` is for the client's eyes; every other code fails closed as the asker's own 5xx. */
import type { Refusal } from './refusal.ts'

export type HopErrorCode =
  /** The owner answered with an error of its own. */
  | 'Refused'
  /** Nobody listens there, or the connection broke. */
  | 'Unreachable'
  | 'TimedOut'
  /** What came back is not the owner's word, or not about this ask. */
  | 'BadStatement'
  | 'BadAsk'
  | 'BadCredentials'
  /** The owner broke. */
  | 'Failed'

export class HopError extends Error {
  readonly code: HopErrorCode
  readonly refusal: Refusal | undefined

  constructor(
    code: HopErrorCode,
    message: string,
    more: { refusal?: Refusal | undefined; cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause })
    this.name = 'HopError'
    this.code = code
    this.refusal = more.refusal
  }
}
