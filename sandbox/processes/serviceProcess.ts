/** The process of one service: it holds its own keys, its own store, and a channel to the launcher. */

import type { Snapshot } from '#kernel/store/store.ts'
import { loadDefinition } from '../definitions.ts'
import { listenService } from '../listen.ts'
import { PortBusyError } from '../portBusyError.ts'
import { readDirectory } from '../readDirectory.ts'
import { seedServices } from '../seedServices.ts'
import { type Services, startServices } from '../startServices.ts'
import type {
  FromService,
  Listening,
  Peers,
  RequestName,
  Requests,
  Start,
  ToService,
} from './messages.ts'

interface State {
  services: Services
  service: string
  atSeed: Snapshot
}

const endpoints: Record<string, string> = {}
let state: State | undefined

const running = (): State => {
  if (!state) throw new Error('INVARIANT: asked before start')
  return state
}

const handlers: {
  [N in RequestName]: (ask: Requests[N]['ask']) => Promise<Requests[N]['answer']>
} = {
  start,
  peers,
  clock: async ({ offset }) => {
    await running().services.clock.restore(offset)
    return null
  },
  reset: async () => {
    const { services, atSeed } = running()
    await services.store.restore(atSeed)
    services.sourceIps.clear()
    services.recorder?.clear()
    return null
  },
  directory: async () => readDirectory(running().services.store),
  addAccount: async (seed) => {
    await seedServices(running().services, seed)
    return null
  },
  sourceIp: async ({ accessKeyId, address }) => {
    running().services.sourceIps.set(accessKeyId, address)
    return null
  },
  journal: async ({ accountId }) => running().services.journal(accountId ?? undefined),
  close: async () => {
    // It may be asked to end before it has started, where another one could not.
    await state?.services.close()
    setImmediate(() => process.exit(0))
    return null
  },
}

async function start(given: Start): Promise<Listening> {
  const { service, keys, options, port, seed, clockOffset, firstExchange } = given
  const services = await startServices({
    // The launcher keeps the recording of all; here events only pass through.
    options: { ...options, hops: 'http', keepExchanges: 0 },
    definitions: [await loadDefinition(service)],
    keysFor: () => keys,
    endpoints: () => endpoints,
    firstExchange,
  })
  await services.clock.restore(clockOffset)
  await seedServices(services, seed)
  services.recorder?.onEvent((event) => tell({ event }))
  state = { services, service, atSeed: services.store.snapshot() }
  const run = services.running.get(service)!
  const url = run.hasPublicPort ? await listenService(run, options.host ?? '127.0.0.1', port) : null
  return { url, hop: services.ports.addresses()[service] ?? null }
}

async function peers(given: Peers): Promise<null> {
  const { services, service } = running()
  Object.assign(endpoints, given.endpoints)
  services.ports.learn(given.hops)
  services.running.get(service)!.startWorkers()
  return null
}

const tell = (message: FromService) => process.send?.(message)

async function answer({ id, name, ask }: ToService): Promise<void> {
  try {
    const handler = handlers[name] as (ask: unknown) => Promise<unknown>
    tell({ id, answer: await handler(ask) })
  } catch (error) {
    const busy = error instanceof PortBusyError ? { busyPort: error.port } : {}
    tell({ id, error: error instanceof Error ? error.message : String(error), ...busy })
  }
}

process.on('message', (message: ToService) => void answer(message))
// Ctrl-C reaches the whole group; the launcher decides when each service ends, and takes it along when it dies.
process.on('SIGINT', () => {})
process.on('disconnect', () => process.exit(0))
