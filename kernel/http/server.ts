/**
 * The HTTP server of one service: the API's requests never reach Fastify, whose routing, parsing and limits
 * break AWS traffic (`%zz`, `//`, odd content types, `Expect`); pages are ordinary routes of it.
 */
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http'
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

export async function createServer(service: RunningService): Promise<FastifyInstance> {
  const { pages, apis } = service.definition
  const isPage = (url: string) => pages !== undefined && matches(pages.paths, url)
  const isApi = (url = '/') => apis.length > 0 && !isPage(url)
  const app = Fastify({
    serverFactory: (page) => createHttpServer(serverOptions, apiOr(page, service, isApi)),
    schemaController: routeSchemas,
    exposeHeadRoutes: false,
    routerOptions: { querystringParser: (text) => Object.fromEntries(new URLSearchParams(text)) },
    forceCloseConnections: true,
    bodyLimit: 1_048_576,
    clientErrorHandler,
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
  })
  app.server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (isApi(request.url)) wantsContinue.add(request)
    else response.writeContinue()
    app.server.emit('request', request, response)
  })
  if (pages) {
    await app.register(cookie)
    await app.register(formbody, { bodyLimit: 1_048_576 })
    recordPages(app, service)
    await pages.register(app, service.context)
  }
  await app.ready()
  return app
}

/** API calls go to the pipeline as they came off the socket; all else goes on to Fastify. */
const apiOr =
  (page: RequestListener, service: RunningService, isApi: (url?: string) => boolean) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    if (!hasOneHost(request)) answerBadRequest(response)
    else if (isApi(request.url)) void runPipeline(service, request, response)
    else page(request, response)
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
