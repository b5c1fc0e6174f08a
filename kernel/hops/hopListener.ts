/**
 * An owner's internal listener: its own port on loopback, for the services of this sandbox alone. It is never
 * in the gateway's table and never the public port.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AwsError } from '#kernel/errors/awsError.ts'
import { boundedServer } from '#kernel/http/boundedServer.ts'
import { internalLimits, type ListenerLimits } from '#kernel/http/limits.ts'
import { readBody } from '#kernel/http/readBody.ts'
import { answerHop, type HopOwner, type HopOwnerOptions, hopOwner } from './answerHop.ts'
import { HopError } from './hopError.ts'
import { type HopFailure, maximumAsk, refusedStatus, statusOf } from './hopWire.ts'
import type { HopAddress } from './post.ts'

export interface HopListener {
  readonly address: HopAddress
  /** Stops at once: what is under way breaks, as when a process dies. */
  close(): Promise<void>
}

export interface HopListenerOptions extends HopOwnerOptions {
  /** Hears of what broke on our side; the asker learns no more than that it did. */
  readonly onFailure?: ((error: unknown) => void) | undefined
  readonly limits?: ListenerLimits | undefined
}

const loopback = '127.0.0.1'

export async function startHopListener(options: HopListenerOptions): Promise<HopListener> {
  const owner = { ...hopOwner(options), onFailure: options.onFailure }
  const server = boundedServer(options.limits ?? internalLimits, {
    request: (request, response) => void serve(request, response, owner),
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, loopback, resolve)
  })
  const { port } = server.address() as AddressInfo
  return { address: { host: loopback, port }, close: () => stop(server) }
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

type Listening = HopOwner & Pick<HopListenerOptions, 'onFailure'>
type Answer = readonly [status: number, json: object]

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  owner: Listening,
): Promise<void> {
  const [status, json] = await answerTo(request, owner).catch((error: unknown) =>
    failed(error, owner),
  )
  if (response.destroyed) return
  const text = JSON.stringify(json)
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}

async function answerTo(request: IncomingMessage, owner: HopOwner): Promise<Answer> {
  refuseForeignHost(request)
  if (request.method === 'GET' && request.url === '/.well-known/jwks.json')
    return [200, { keys: [owner.ring.jwk()] }]
  const { isRefusal, answer } = await answerHop(await wireRequestOf(request), owner)
  return [isRefusal ? refusedStatus : 200, answer]
}

/** A page in a browser that was led here under another name (DNS rebinding) gets nothing. */
function refuseForeignHost({ headers, socket }: IncomingMessage): void {
  if (headers.host !== `${loopback}:${socket.localPort}`)
    throw new HopError('BadAsk', 'a request for another host')
}

async function wireRequestOf(request: IncomingMessage) {
  const [path = '', ...query] = (request.url ?? '').split('?')
  return {
    method: request.method ?? '',
    path,
    query: query.join('?'),
    rawHeaders: request.rawHeaders,
    remoteAddress: request.socket.remoteAddress ?? '',
    body: await readBody(request, maximumAsk),
  }
}

function failed(error: unknown, { onFailure }: Listening): Answer {
  const failure = failureOf(error)
  if (failure.code === 'Failed') onFailure?.(error)
  return [statusOf[failure.code], failure]
}

/** Only words of our own go out; what broke inside stays inside. */
function failureOf(error: unknown): HopFailure {
  if (error instanceof AwsError) return { code: 'BadAsk', message: error.message }
  if (error instanceof HopError && Object.hasOwn(statusOf, error.code))
    return { code: error.code as HopFailure['code'], message: error.message }
  return { code: 'Failed', message: 'the owner failed' }
}
