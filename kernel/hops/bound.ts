/** `bound` ties what services tell each other to the one request of the client that they talk about. */
import { createHash } from 'node:crypto'

/** sha256 of the string to sign: what the client's signature covers. */
export const boundOf = (stringToSign: string): string => sha256(stringToSign)

/** Of a request that nothing signs (anonymous, a form, a preflight), or of a worker's own doing. */
export const unsignedBound = (request: {
  readonly requestId: string
  readonly method: string
  /** The request target, exactly as sent. */
  readonly url: string
}): string => sha256(['unsigned', request.requestId, request.method, request.url].join('\n'))

export const isBound = (value: string): boolean => value.length === 64 && /^[0-9a-f]+$/.test(value)

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
