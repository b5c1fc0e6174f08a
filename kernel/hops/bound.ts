/** `bound` ties what services tell each other to the one request of the client that they talk about. */
import { hash } from 'node:crypto'

/** The sha256 of the client's string to sign; of what nobody signed (anonymous, a form, a preflight, a worker's own doing) this. */
export const unsignedBound = (request: {
  readonly requestId: string
  readonly method: string
  /** The request target, exactly as sent. */
  readonly url: string
}): string =>
  hash('sha256', ['unsigned', request.requestId, request.method, request.url].join('\n'), 'hex')

export const isBound = (value: string): boolean => value.length === 64 && /^[0-9a-f]+$/.test(value)
