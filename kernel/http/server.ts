/**
 * The HTTP server of one service: the API's requests never reach Fastify, whose routing, parsing and limits
 * break AWS traffic (`%zz`, `//`, odd content types, `Expect`); pages are ordinary routes of it.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import Fastify, { type FastifyInstance } from 'fastify'
import { boundedServer } from './boundedServer.ts'
import { type ListenerLimits, publicLimits } from './limits.ts'
import { recordPages } from './recordPages.ts'
import { routeSchemas } from './routeSchemas.ts'
import { runPipeline } from './runPipeline.ts'
import type { RunningService } from './service.ts'
import { wantsContinue } from './stages/receive.ts'

export async function createServer(
  service: RunningService,
  limits: ListenerLimits = publicLimits,
): Promise<FastifyInstance> {
  const { pages, apis } = service.definition
  const isPage = (url: string) => pages !== undefined && matches(pages.paths, url)
  const isApi = (url = '/') => apis.length > 0 && !isPage(url)
  const app = Fastify({
    serverFactory: (page) => {
      const request = apiOr(page, service, isApi)
      const checkContinue: RequestListener = (message, response) => {
        if (isApi(message.url)) wantsContinue.add(message)
        else response.writeContinue()
        request(message, response)
      }
      return boundedServer(limits, { request, checkContinue })
    },
    schemaController: routeSchemas,
    exposeHeadRoutes: false,
    routerOptions: { querystringParser: (text) => Object.fromEntries(new URLSearchParams(text)) },
    forceCloseConnections: true,
    bodyLimit: 1_048_576,
    // The server has its own.
    clientErrorHandler: () => {},
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
  })
  if (pages) {
    // Pages take forms and nothing else: who sends JSON is no page of ours.
    app.removeAllContentTypeParsers()
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
    if (isApi(request.url)) void runPipeline(service, request, response)
    else page(request, response)
  }

function matches(paths: readonly string[], url: string): boolean {
  const end = url.indexOf('?')
  const path = end < 0 ? url : url.slice(0, end)
  return paths.some((known) =>
    known.endsWith('/*') ? path.startsWith(known.slice(0, -1)) : path === known,
  )
}
