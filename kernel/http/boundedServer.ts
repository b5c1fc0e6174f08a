/** An HTTP server within limits: every listener of a sandbox is made here, so that none lets in what another refuses. */
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http'
import type { Socket } from 'node:net'
import { type ListenerLimits, limitServer, serverOptions } from './limits.ts'
import { messageProblem } from './messageProblem.ts'
import { tellsSilence } from './readBody.ts'
import { sendAnswer } from './sendAnswer.ts'

export interface Listeners {
  readonly request: RequestListener
  /** A request with `Expect: 100-continue`; told to go on, then handled as any other, where absent. */
  readonly checkContinue?: RequestListener | undefined
}

export function boundedServer(limits: ListenerLimits, listeners: Listeners): Server {
  const inOrder = (handle: RequestListener): RequestListener => {
    return (request, response) => {
      const problem = isHandedOver(response) ? undefined : problemOf(request, response, limits)
      if (problem === undefined) handle(request, response)
      else answerBare({ request, response }, problem)
    }
  }
  const server = createServer(serverOptions(limits), inOrder(listeners.request))
  limitServer(server, limits)
  if (listeners.checkContinue) server.on('checkContinue', inOrder(listeners.checkContinue))
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) =>
    answerBare({ request, response }, 417),
  )
  server.on('connect', refuseTunnel)
  server.on('clientError', answerClientError)
  server.on('timeout', endSilence)
  return server
}

function problemOf(request: IncomingMessage, response: ServerResponse, limits: ListenerLimits) {
  follow(response)
  return messageProblem(request, limits.headers)
}

/** It is nobody's request, so no service answers it in its own words. */
export function answerBare(
  raw: { readonly request: IncomingMessage; readonly response: ServerResponse },
  status: number,
): void {
  sendAnswer(raw, { status, headers: { connection: 'close' }, body: nothing })
}

const nothing = Buffer.alloc(0)

/** The answer to each connection's latest request: what still goes out, and what of the request still comes in. */
const latest = new WeakMap<object, ServerResponse>()
/** Connections on which a request came while the one before was being answered. */
const pipelined = new WeakSet<object>()

/** What the gateway hands over comes by here again, and has been looked at. */
const isHandedOver = (response: ServerResponse): boolean =>
  latest.get(response.req.socket) === response

function follow(response: ServerResponse): void {
  const { socket } = response.req
  const before = latest.get(socket)
  if (before && !before.writableEnded) pipelined.add(socket)
  latest.set(socket, response)
}

/** A request that is no HTTP has no service that could answer it in its own words. */
function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  // Into an answer that is going out, or after the answer to this very request, another one would be read as the
  // answer to something else.
  if (pipelined.has(socket) || isAnswered(latest.get(socket))) socket.destroySoon()
  else endWith(socket, statusOf[error.code ?? ''] ?? 400)
}

const statusOf: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

function isAnswered(response: ServerResponse | undefined): boolean {
  if (!response?.headersSent) return false
  return !response.writableEnded || !response.req.complete
}

/** No byte either way for too long. */
function endSilence(socket: Socket): void {
  const response = latest.get(socket)
  if (!response || response.headersSent || pipelined.has(socket)) socket.destroy()
  // Where the request is complete, it is we who have not answered yet.
  else if (!response.req.complete && !tellsSilence.delete(response.req)) endWith(socket, 408)
}

/** RFC 9110, 9.3.6: there is nothing behind us to which a tunnel could lead. */
function refuseTunnel(_request: IncomingMessage, socket: Socket): void {
  endWith(socket, 405)
}

function endWith(socket: Socket, status: number): void {
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}`
  socket.end(`${head}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
