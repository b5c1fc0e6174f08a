/** Writes an answer to the socket: the bytes that the protocol made, and whether the connection goes on after them. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { closeInStages, hasMuchToCome } from './closeInStages.ts'
import { wantsContinue } from './stages/receive.ts'
import type { WireResponse } from './wireRequest.ts'

/** RFC 9110, 15.3.5 and 15.4.5: No Content and Not Modified. */
const bodiless: ReadonlySet<number> = new Set([204, 304])

interface Raw {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

export function sendAnswer({ request, response }: Raw, { status, headers, body }: WireResponse) {
  if (response.destroyed) return
  const hasBody = request.method !== 'HEAD' && !bodiless.has(status)
  const sent = Object.assign({}, headers)
  if (hasBody) sent['content-length'] ??= String(body.length)
  // The client waits with its body for a `100 Continue` that never came: nobody knows what it sends next.
  const isWaiting = wantsContinue.delete(request)
  const stillSends = !isWaiting && hasMuchToCome(request)
  if (isWaiting || stillSends) sent['connection'] = 'close'
  response.writeHead(status, sent)
  const content = hasBody ? body : undefined
  if (stillSends) closeInStages(request, response, content)
  else response.end(content)
}

/** Where not even the service's own failure could be written: an answer that nobody words. */
export function sendBareFailure(response: ServerResponse): void {
  if (response.headersSent) response.destroy()
  else response.writeHead(500, { 'content-length': 0, connection: 'close' }).end()
}
