/** A sandbox whose services share one process: what `start`, tests and scenarios use. */
import { randomBytes } from 'node:crypto'
import { createGateway } from '#kernel/http/gateway.ts'
import type { ServiceDefinition } from '#kernel/http/service.ts'
import { closeOnce } from './closeOnce.ts'
import { createControlServer } from './control/controlServer.ts'
import { controlClock } from './controlClock.ts'
import { loadDefinitions } from './definitions.ts'
import { closeServer, listenServer, listenService } from './listen.ts'
import { newAccount } from './newAccount.ts'
import { portsFrom } from './ports.ts'
import { profilesFrom } from './profilesFrom.ts'
import { readDirectory } from './readDirectory.ts'
import type { Sandbox, SandboxOptions } from './sandbox.ts'
import { firstKey } from './seed/firstKey.ts'
import { seedOf, seedServices } from './seedServices.ts'
import { type Services, startServices } from './startServices.ts'
import type { Wiretap } from './wiretap.ts'

export const startInOneProcess = async (options: SandboxOptions): Promise<Sandbox> =>
  (await openInOneProcess(options)).sandbox

/** With what a sandbox does not show: its services and their store. */
export interface OpenSandbox {
  readonly sandbox: Sandbox
  readonly services: Services
}

export async function openInOneProcess(
  options: SandboxOptions,
  wiretap?: Wiretap,
): Promise<OpenSandbox> {
  const endpoints: Record<string, string> = {}
  const seed = await seedOf(options)
  const definitions = await loadDefinitions()
  const services = await startServices({
    options,
    definitions,
    endpoints: () => endpoints,
    wiretap,
  })
  const ends: End[] = [() => services.close()]
  const close = closeOnce(ends)
  try {
    await seedServices(services, seed)
    const sandbox = sandboxOf({ services, definitions, endpoints, seed, close })
    await listenAll({ options, services, endpoints, ends }, sandbox)
    for (const run of services.running.values()) run.startWorkers()
    return { sandbox, services }
  } catch (error) {
    await close()
    throw error
  }
}

interface Parts {
  services: Services
  definitions: readonly ServiceDefinition[]
  endpoints: Record<string, string>
  seed: Awaited<ReturnType<typeof seedOf>>
  close: () => Promise<void>
}

function sandboxOf({ services, definitions, endpoints, seed, close }: Parts): Sandbox {
  const { store, clock, recorder, sourceIps } = services
  const atSeed = store.snapshot()
  return {
    get endpoint() {
      return endpoints['gateway'] ?? ''
    },
    endpoints,
    admin: firstKey(seed),
    controlToken: randomBytes(24).toString('base64url'),
    clock: controlClock(clock, recorder),
    profiles: async () =>
      profilesFrom({ definitions, endpoints, seed, directory: await readDirectory(store) }),
    account: () => newAccount(services),
    sourceIp: async (accessKeyId, address) => sourceIps.set(accessKeyId, address),
    reset: async () => {
      await store.restore(atSeed)
      await clock.restore(0)
      sourceIps.clear()
      recorder?.clear()
    },
    recording: () => recorder?.events() ?? [],
    onEvent: (listener) => recorder?.onEvent(listener) ?? (() => {}),
    journal: (accountId) => services.journal(accountId),
    stop: (service) => services.stop(service),
    close,
  }
}

type End = () => void | Promise<void>

interface Opening {
  readonly options: SandboxOptions
  readonly services: Services
  readonly endpoints: Record<string, string>
  /** What opened is closed again, also where the next port is taken. */
  readonly ends: End[]
}

/** Public ports first, then the gateway and the control API. */
async function listenAll(opening: Opening, sandbox: Sandbox): Promise<void> {
  const { options, services, endpoints, ends } = opening
  const host = options.host ?? '127.0.0.1'
  const ports = portsFrom(options.port ?? 0)
  for (const [name, run] of services.running)
    if (run.hasPublicPort) endpoints[name] = await listenService(run, host, ports.service(name))
  const gateway = createGateway(services.gatewayTargets(), services.ids.fork('gateway'))
  endpoints['gateway'] = await listenServer(gateway, 'gateway', host, ports.gateway)
  ends.push(() => closeServer(gateway))
  const control = createControlServer(sandbox)
  ends.push(() => control.close())
  await control.ready()
  // Never beyond loopback, whatever --host says: it hands out keys.
  endpoints['control'] = await listenServer(control.server, 'control', '127.0.0.1', ports.control)
  endpoints['page'] = endpoints['control']
}
