/** What ties a question to a request that nothing signs (anonymous, a form): its id, method and target. */
import { createHash } from 'node:crypto'

export const unsignedBound = (request: {
  readonly requestId: string
  readonly method: string
  /** The request target, exactly as sent. */
  readonly url: string
}): string =>
  createHash('sha256')
    .update(['unsigned', request.requestId, request.method, request.url].join('\n'))
    .digest('hex')
