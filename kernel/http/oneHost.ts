/**
 * RFC 9112, 3.2: a request with more than one Host is answered with 400. Node lets it pass and shows the first;
 * whoever looked at another one would take it for a request to somebody else.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { headerValues } from './wireRequest.ts'

export const hasOneHost = (request: Pick<IncomingMessage, 'rawHeaders'>): boolean =>
  headerValues(request, 'host').length <= 1

/** It is nobody's request, so no service answers it in its own words. */
export function answerBadRequest(response: ServerResponse): void {
  response.writeHead(400, { 'content-length': 0, connection: 'close' })
  response.end()
}
