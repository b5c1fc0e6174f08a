/**
 * A sandbox whose services each have an OS process: the launcher keeps the sandbox's key, gives every service its
 * own, and runs gateway and control API. Each process has its own memory store for now.
 */
import { randomBytes } from 'node:crypto'
import { createSandboxClock } from '#kernel/clock/sandboxClock.ts'
import { createLauncherKeys } from '#kernel/hops/launcherKeys.ts'
import { createGateway, type GatewayTarget } from '#kernel/http/gateway.ts'
import { createProxy } from '#kernel/http/proxy.ts'
import { systemIds } from '#kernel/ids/systemIds.ts'
import { createRecorder } from '#kernel/trace/recorder.ts'
import { registry } from '#services/registry.ts'
import { closeOnce } from '../closeOnce.ts'
import { createControlServer } from '../control/controlServer.ts'
import { controlClock } from '../controlClock.ts'
import { loadDefinitions, serviceNames } from '../definitions.ts'
import { keyHolders } from '../keyHolders.ts'
import { closeServer, listenServer } from '../listen.ts'
import { accountSeed, newAccessKey, withBucketPrefix } from '../newAccount.ts'
import { portsFrom } from '../ports.ts'
import { profilesFrom } from '../profilesFrom.ts'
import type { Sandbox, SandboxOptions } from '../sandbox.ts'
import { firstKey } from '../seed/firstKey.ts'
import type { Seed } from '../seed/seed.ts'
import { seedOf } from '../seedServices.ts'
import { keptExchanges } from '../startServices.ts'
import type { Listening, RequestName, Requests } from './messages.ts'
import { startServiceChild } from './serviceChild.ts'

/** Exchange numbers of one process: more than any recording keeps. */
const exchangesPerProcess = 1_000_000_000

export async function startProcesses(options: SandboxOptions): Promise<Sandbox> {
  const launcher = await launch(options)
  try {
    const started = await startAll(launcher)
    await introduce(launcher, started)
    const sandbox = sandboxOf(launcher)
    await listenInFront(launcher, sandbox)
    return sandbox
  } catch (error) {
    await launcher.close()
    throw error
  }
}

async function launch(options: SandboxOptions) {
  // Whatever may be wrong with these is found before a process is started that somebody would have to end.
  const seed = await seedOf(options)
  const definitions = await loadDefinitions()
  const clock = createSandboxClock()
  const recorder =
    options.record === false
      ? undefined
      : createRecorder({
          run: 'live',
          now: () => clock.now(),
          host: () => clock.host(),
          keep: options.keepExchanges ?? keptExchanges,
        })
  const children = new Map(
    serviceNames.map((name) => [name, startServiceChild(name, (event) => recorder?.adopt(event))]),
  )
  const endpoints: Record<string, string> = {}
  const endAll = async () => {
    await Promise.all([...children.values()].map((child) => child.close()))
  }
  const ends: (() => void | Promise<void>)[] = [endAll]
  return {
    options,
    definitions,
    clock,
    recorder,
    children,
    endpoints,
    ends,
    seed,
    close: closeOnce(ends),
  }
}

type Launcher = Awaited<ReturnType<typeof launch>>

async function startAll({ options, definitions, children, endpoints, seed, clock }: Launcher) {
  const keys = createLauncherKeys(randomBytes(32), keyHolders(definitions))
  const ports = portsFrom(options.port ?? 0)
  const { host, record, journal, freshness } = options
  const starting = [...children.values()].map(async (child, index) => {
    const listening = await child.ask('start', {
      service: child.name,
      keys: keys.keysFor(child.name),
      options: { host, record, journal, freshness },
      port: ports.service(child.name),
      seed,
      clockOffset: clock.offset(),
      firstExchange: (index + 1) * exchangesPerProcess,
    })
    if (listening.url) endpoints[child.name] = listening.url
    return [child.name, listening] as const
  })
  return Promise.all(starting)
}

/** Everyone learns where the others are. */
async function introduce(launcher: Launcher, started: readonly (readonly [string, Listening])[]) {
  const hops = Object.fromEntries(started.flatMap(([name, { hop }]) => (hop ? [[name, hop]] : [])))
  await tellAll(launcher, 'peers', { endpoints: launcher.endpoints, hops })
}

/** A service that is down misses it, and is asked nothing. */
async function tellAll<N extends RequestName>(
  { children }: Launcher,
  name: N,
  ask: Requests[N]['ask'],
): Promise<Requests[N]['answer'][]> {
  const alive = [...children.values()].filter((child) => child.isAlive())
  return Promise.all(alive.map((child) => child.ask(name, ask)))
}

function sandboxOf(launcher: Launcher): Sandbox {
  const { clock, recorder, children, endpoints, seed, close } = launcher
  clock.onMove(async () => {
    await tellAll(launcher, 'clock', { offset: clock.offset() })
  })
  return {
    get endpoint() {
      return endpoints['gateway'] ?? ''
    },
    endpoints,
    admin: firstKey(seed),
    controlToken: randomBytes(24).toString('base64url'),
    clock: controlClock(clock, recorder),
    profiles: () => profilesOf(launcher),
    account: () => addAccount(launcher),
    sourceIp: async (accessKeyId, address) => {
      await tellAll(launcher, 'sourceIp', { accessKeyId, address })
    },
    reset: async () => {
      await tellAll(launcher, 'reset', null)
      await clock.restore(0)
      recorder?.clear()
    },
    recording: () => recorder?.events() ?? [],
    onEvent: (listener) => recorder?.onEvent(listener) ?? (() => {}),
    journal: async (accountId) => {
      const parts = await tellAll(launcher, 'journal', { accountId: accountId ?? null })
      return parts.flat().sort((a, b) => a.at - b.at)
    },
    stop: async (service) => children.get(service)?.kill(),
    close,
  }
}

async function profilesOf({ definitions, children, endpoints, seed }: Launcher) {
  const directory = await children.get('identity-center')!.ask('directory', null)
  return profilesFrom({ definitions, endpoints, seed, directory })
}

async function addAccount(launcher: Launcher) {
  const key = newAccessKey(systemIds())
  const seed: Seed = accountSeed(key)
  await tellAll(launcher, 'addAccount', seed)
  return withBucketPrefix(key)
}

async function listenInFront(launcher: Launcher, sandbox: Sandbox): Promise<void> {
  const { options, endpoints, ends } = launcher
  const ports = portsFrom(options.port ?? 0)
  const targets = registry.flatMap((row) => proxied(row, launcher))
  const gateway = createGateway(targets, systemIds())
  endpoints['gateway'] = await listenServer(
    gateway,
    'gateway',
    options.host ?? '127.0.0.1',
    ports.gateway,
  )
  ends.push(() => closeServer(gateway))
  const control = createControlServer(sandbox)
  ends.push(() => control.close())
  await control.ready()
  endpoints['control'] = await listenServer(control.server, 'control', '127.0.0.1', ports.control)
  endpoints['page'] = endpoints['control']
}

function proxied(
  row: GatewayTarget['row'],
  { definitions, children, endpoints, ends }: Launcher,
): GatewayTarget[] {
  const definition = definitions.find(({ name }) => name === row.name)
  const child = definition && children.get(definition.name)
  if (!child || endpoints[row.name] === undefined) return []
  const proxy = createProxy(() => (child.isAlive() ? endpoints[row.name] : undefined))
  ends.push(() => proxy.close())
  return [{ row, apis: definition.apis, handOver: proxy.handOver }]
}
