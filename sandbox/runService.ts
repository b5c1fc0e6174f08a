/** Makes a service run: its context, its public server, and what it implements for the others. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { type Exposed, expose } from '#kernel/hops/expose.ts'
import { answerUnavailable } from '#kernel/http/answerUnavailable.ts'
import { createServer } from '#kernel/http/server.ts'
import type {
  RunningService,
  ServiceContext,
  ServiceDefinition,
  Worker,
} from '#kernel/http/service.ts'

export type ContextWithoutKeys = Omit<ServiceContext, 'keys'>

export interface RunService {
  readonly service: RunningService
  /** Without API and pages (Organizations, for now) a service has none. */
  readonly hasPublicPort: boolean
  /** Ports that it implements, by name. */
  readonly exposed: ReadonlyMap<string, Exposed>
  /** Takes a request that the gateway received. */
  handOver(request: IncomingMessage, response: ServerResponse, expectsContinue: boolean): void
  /** Resolves to the URL. */
  listen(host: string, port: number): Promise<string>
  /** Starts what follows the journal. */
  startWorkers(): void
  /** Its workers have followed all that was committed before. */
  settled(): Promise<void>
  close(): Promise<void>
}

export async function runService(
  definition: ServiceDefinition,
  bare: ContextWithoutKeys,
): Promise<RunService> {
  const keys = (await definition.keys?.(bare)) ?? undefined
  const service: RunningService = { definition, context: { ...bare, keys } }
  const offers = definition.offers?.(service.context) ?? []
  const exposed = new Map(
    offers.map((offer) => [offer.port.name, expose(offer.port, offer.implementation)]),
  )
  const hasPublicPort = definition.apis.length > 0 || definition.pages !== undefined
  const app = hasPublicPort ? await createServer(service) : undefined
  let workers: readonly Worker[] = []
  let closing: Promise<unknown> | undefined
  return {
    service,
    hasPublicPort,
    exposed,
    handOver: (request, response, expectsContinue) => {
      if (!app) throw new Error(`INVARIANT: ${definition.name} has no API`)
      if (closing) return answerUnavailable(response)
      app.server.emit(expectsContinue ? 'checkContinue' : 'request', request, response)
    },
    listen: (host, port) => listen(app, host, port),
    startWorkers: () => {
      workers = definition.workers?.(service.context) ?? []
    },
    settled: async () => {
      await Promise.all(workers.map((worker) => worker.settled?.()))
    },
    close: async () => {
      closing ??= Promise.all(workers.map((worker) => worker.close())).then(() => app?.close())
      await closing
    },
  }
}

async function listen(
  app: FastifyInstance | undefined,
  host: string,
  port: number,
): Promise<string> {
  if (!app) throw new Error('INVARIANT: a service without API does not listen')
  await app.listen({ host, port })
  return urlOf(host, (app.server.address() as AddressInfo).port)
}

export const urlOf = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`
