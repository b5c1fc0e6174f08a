/**
 * The HTTP server of one service: Fastify with its own routing, parsing and limits switched off for the API
 * (they break AWS traffic: `%zz`, `//`, odd content types, `Expect`), and ordinary routes for pages.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import Fastify, { type FastifyInstance } from 'fastify'
import { answerBadRequest, hasOneHost } from './oneHost.ts'
import { recordPages } from './recordPages.ts'
import { routeSchemas } from './routeSchemas.ts'
import { runPipeline } from './runPipeline.ts'
import type { RunningService } from './service.ts'
import { wantsContinue } from './stages/receive.ts'

/** The limits of every public port, the gateway's too. Session tokens and presigned URLs are long; AWS allows headers of 8 KB and more, Node 16 KiB by default. */
const maxHeaderSize = 65_536

export const serverOptions = {
  maxHeaderSize,
  /** A client that has not sent its headers by then is cut off. */
  headersTimeout: 15_000,
  /** No limit on a whole request: silence is what ends one (readBody). */
  requestTimeout: 0,
  /** Longer than the 60 s that SDKs keep idle connections, so that they close first. */
  keepAliveTimeout: 72_000,
  connectionsCheckingInterval: 2_000,
}

const apiTarget = '/'

export async function createServer(service: RunningService): Promise<FastifyInstance> {
  const pages = service.definition.pages
  const hasApi = service.definition.apis.length > 0
  const isPage = (url = '/') => pages !== undefined && matches(pages.paths, url)
  const isApi = (url: string | undefined) => hasApi && !isPage(url)
  const app = Fastify({
    // Fastify sees one path for all API calls; ours is `originalUrl`, read once where the wire request is made.
    rewriteUrl: ({ url = '/' }) => (isApi(url) ? apiTarget : url),
    exposeHeadRoutes: false,
    routerOptions: { querystringParser: (text) => Object.fromEntries(new URLSearchParams(text)) },
    schemaController: routeSchemas,
    http: serverOptions,
    requestTimeout: serverOptions.requestTimeout,
    connectionTimeout: 0,
    keepAliveTimeout: serverOptions.keepAliveTimeout,
    forceCloseConnections: true,
    bodyLimit: 1_048_576,
    clientErrorHandler,
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
  })
  app.addHook('onRequest', (request, reply, done) => {
    const { raw, originalUrl } = request
    if (!hasOneHost(raw)) return answerBadRequest(reply.hijack().raw)
    if (!isApi(originalUrl)) return done()
    reply.hijack()
    void runPipeline(service, withTarget(raw, originalUrl), reply.raw)
  })
  app.server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (isApi(request.url)) wantsContinue.add(request)
    else response.writeContinue()
    app.server.emit('request', request, response)
  })
  if (hasApi) app.route({ method: app.supportedMethods, url: apiTarget, handler: unreachable })
  if (pages) {
    await app.register(cookie)
    await app.register(formbody, { bodyLimit: 1_048_576 })
    recordPages(app, service, isPage)
    await pages.register(app, service.context)
  }
  await app.ready()
  return app
}

/** `rewriteUrl` replaced the target on the raw request; what the client sent is what it signed. */
function withTarget(request: IncomingMessage, target: string): IncomingMessage {
  request.url = target
  return request
}

const unreachable = () => {
  throw new Error('INVARIANT: API requests are answered before Fastify routes them')
}

function matches(paths: readonly string[], url: string): boolean {
  const end = url.indexOf('?')
  const path = end < 0 ? url : url.slice(0, end)
  return paths.some((known) =>
    known.endsWith('/*') ? path.startsWith(known.slice(0, -1)) : path === known,
  )
}

/** A request that is no HTTP has no service that could answer it in its own words. */
export function clientErrorHandler(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  const status = statusOf[error.code ?? ''] ?? '400 Bad Request'
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

const statusOf: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}
