/** A service that is down says nothing itself: clients hear 503 from whoever stands before it, and try again. */
import type { ServerResponse } from 'node:http'

export function answerUnavailable(response: ServerResponse): void {
  response.writeHead(503, { 'content-length': 0, connection: 'close' })
  response.end()
}
