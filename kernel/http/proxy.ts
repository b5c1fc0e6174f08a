/** Hands a request to a service in another process: every byte of target, headers and body as it came. */
import { Agent, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { answerUnavailable } from './answerUnavailable.ts'
import { closeInStages, hasMuchToCome } from './closeInStages.ts'
import type { HandOver } from './gateway.ts'
import { headerPairs } from './headerPairs.ts'

export interface Proxy {
  readonly handOver: HandOver
  close(): void
}

/** Shorter than the services keep a connection (server.ts), so that none is used again just as it closes. */
const idleMs = 60_000

export function createProxy(urlOf: () => string | undefined): Proxy {
  const agent = new Agent({ keepAlive: true, maxSockets: 256, timeout: idleMs })
  return {
    handOver: (request, response, expectsContinue) => {
      const url = urlOf()
      if (url === undefined) return answerUnavailable(response)
      forward(agent, new URL(url), { request, response, expectsContinue })
    },
    close: () => agent.destroy(),
  }
}

interface Forwarding {
  request: IncomingMessage
  response: ServerResponse
  expectsContinue: boolean
}

function forward(agent: Agent, url: URL, { request, response, expectsContinue }: Forwarding): void {
  const outgoing = sendHead(agent, url, request)
  outgoing.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
    // Half an answer must not look like a whole one.
    answer.on('error', () => response.destroy())
    answer.on('end', () => {
      if (hasMuchToCome(request)) closeInStages(request, response, undefined)
      else response.end()
    })
    answer.pipe(response, { end: false })
  })
  outgoing.on('continue', () => {
    response.writeContinue()
    request.pipe(outgoing)
  })
  outgoing.on('error', () => {
    request.unpipe(outgoing)
    request.resume()
    // A service that answers before it has read the body closes early; its answer is on the way all the same.
    if (!response.headersSent) answerUnavailable(response)
  })
  response.on('close', () => outgoing.destroy())
  // A client that asked first sends its body only once the service has said to go on.
  if (expectsContinue) outgoing.flushHeaders()
  else request.pipe(outgoing)
}

/**
 * Request line and headers in their order, case and repetition: all of that may be signed. Where the client sent no
 * `Connection` Node adds one: it is between two neighbours alone (RFC 9110, 7.6.1), and what was not sent was not signed.
 */
function sendHead(
  agent: Agent,
  url: URL,
  { method, url: path, rawHeaders, headers }: IncomingMessage,
) {
  const options = { agent, host: url.hostname, port: url.port, method, path, setHost: false }
  const isFramed = 'content-length' in headers || 'transfer-encoding' in headers
  if (isFramed || bodiless.has(method ?? ''))
    return httpRequest({ ...options, headers: rawHeaders })
  // A PUT without body and without length (RFC 9112, 6.3): Node would announce chunks, which S3 refuses. It can be
  // told not to only header by header; repeated ones then stand together.
  const outgoing = httpRequest(options)
  for (const [name, value] of headerPairs(rawHeaders)) outgoing.appendHeader(name, value)
  outgoing.removeHeader('transfer-encoding')
  outgoing.removeHeader('content-length')
  return outgoing
}

/** Methods for which Node announces no body of its own accord. */
const bodiless: ReadonlySet<string> = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE'])
