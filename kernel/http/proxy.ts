/** Hands a request to a service in another process: every byte of target, headers and body as it came. */
import { Agent, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import type { HandOver } from './gateway.ts'

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
      if (url === undefined) return unavailable(response)
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
  const outgoing = httpRequest({
    agent,
    host: url.hostname,
    port: url.port,
    method: request.method,
    path: request.url,
    // An array keeps order, case and repetition: all of that may be signed.
    headers: request.rawHeaders,
    setHost: false,
  })
  outgoing.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
    // Half an answer must not look like a whole one.
    answer.on('error', () => response.destroy())
    answer.pipe(response)
  })
  outgoing.on('continue', () => {
    response.writeContinue()
    request.pipe(outgoing)
  })
  outgoing.on('error', () => {
    request.unpipe(outgoing)
    request.resume()
    // A service that answers before it has read the body closes early; its answer is on the way all the same.
    if (!response.headersSent) unavailable(response)
  })
  response.on('close', () => outgoing.destroy())
  // A client that asked first sends its body only once the service has said to go on.
  if (expectsContinue) outgoing.flushHeaders()
  else request.pipe(outgoing)
}

function unavailable(response: ServerResponse): void {
  response.writeHead(503, { 'content-length': 0, connection: 'close' })
  response.end()
}
