/** Builds the services of one process: what each is given, and how they reach each other. */
import { type MemoryBlobs, memoryBlobs } from '#kernel/blobs/memoryBlobs.ts'
import type { SandboxClock } from '#kernel/clock/clock.ts'
import { createSandboxClock } from '#kernel/clock/sandboxClock.ts'
import { createLauncherKeys } from '#kernel/hops/launcherKeys.ts'
import type { ServiceKeys } from '#kernel/hops/serviceKeys.ts'
import type { GatewayTarget } from '#kernel/http/gateway.ts'
import type { ServiceDefinition } from '#kernel/http/service.ts'
import type { Ids } from '#kernel/ids/ids.ts'
import { seededIds } from '#kernel/ids/seededIds.ts'
import { systemIds } from '#kernel/ids/systemIds.ts'
import type { Outcome } from '#kernel/journal/outcome.ts'
import { readJournal } from '#kernel/journal/readJournal.ts'
import { createMemoryStore } from '#kernel/store/memoryStore.ts'
import type { Store } from '#kernel/store/store.ts'
import { createRecorder, type Recorder } from '#kernel/trace/recorder.ts'
import { registry } from '#services/registry.ts'
import { contextOf } from './contextOf.ts'
import { createInternalPorts, type InternalPorts } from './internalPorts.ts'
import { keyHolders } from './keyHolders.ts'
import { type RunService, runService } from './runService.ts'
import type { SandboxOptions } from './sandbox.ts'
import { createSourceIps, type SourceIps } from './sourceIps.ts'
import type { Wiretap } from './wiretap.ts'

export interface Services {
  readonly running: ReadonlyMap<string, RunService>
  readonly store: Store
  readonly blobs: MemoryBlobs
  readonly clock: SandboxClock
  readonly ids: Ids
  readonly recorder: Recorder | undefined
  readonly sourceIps: SourceIps
  readonly ports: InternalPorts
  /** Resolves when all workers have followed what was committed before. */
  settled(): Promise<void>
  gatewayTargets(): readonly GatewayTarget[]
  journal(accountId?: string): Promise<readonly Outcome[]>
  /** An outage of one service: its ports close, nothing else is told. */
  stop(service: string): Promise<void>
  close(): Promise<void>
}

/** What all services of a process share. */
export interface Shared {
  readonly options: SandboxOptions
  readonly store: Store
  readonly clock: SandboxClock
  readonly ids: Ids
  readonly recorder: Recorder | undefined
  readonly sourceIps: SourceIps
  readonly endpoints: () => Readonly<Record<string, string>>
  readonly ports: InternalPorts
  readonly blobs: MemoryBlobs
  readonly wiretap?: Wiretap | undefined
  /** What must be closed with the services. */
  readonly onClose: (end: () => void) => void
}

export interface StartServices {
  readonly options: SandboxOptions
  readonly definitions: readonly ServiceDefinition[]
  readonly endpoints: () => Readonly<Record<string, string>>
  /** What each service may hold: from the launcher's keys, which it keeps. */
  readonly keysFor?: ((service: string) => ServiceKeys) | undefined
  /** Somebody on the wires between the services; nobody where absent. */
  readonly wiretap?: Wiretap | undefined
  /** Processes that record together do not share exchange numbers. */
  readonly firstExchange?: number | undefined
}

export async function startServices(start: StartServices): Promise<Services> {
  const { options, definitions, endpoints } = start
  const clock = createSandboxClock()
  const ids = options.randomSeed === undefined ? systemIds() : seededIds(String(options.randomSeed))
  const recorder = options.record === false ? undefined : recorderFor(start, clock)
  const keysFor = start.keysFor ?? ownKeys(definitions, ids)
  const ends: (() => void)[] = []
  const shared: Shared = {
    options,
    store: createMemoryStore({
      clock,
      journalCapacity: options.journal,
      onSlow: ({ accounts }) =>
        recorder?.failure(
          new Error(`a transaction over ${accounts.join(', ')} waits for something else`),
        ),
    }),
    clock,
    ids,
    recorder,
    sourceIps: createSourceIps(),
    endpoints,
    blobs: memoryBlobs(),
    wiretap: start.wiretap,
    onClose: (end) => ends.push(end),
    ports: createInternalPorts({
      clock,
      kind: options.hops ?? 'local',
      onFailure: (error) => recorder?.failure(error),
      wiretap: start.wiretap,
    }),
  }
  const running = new Map<string, RunService>()
  const services = servicesOf(shared, running, ends)
  try {
    for (const definition of definitions) {
      const context = contextOf(definition, keysFor(definition.name), shared)
      const run = await runService(definition, context)
      running.set(definition.name, run)
      await shared.ports.offer(run)
    }
    return services
  } catch (error) {
    await services.close()
    throw error
  }
}

/** Exchanges that the recording of a free run keeps. */
export const keptExchanges = 1_000

const recorderFor = (
  { options: { keepExchanges = keptExchanges }, firstExchange }: StartServices,
  clock: SandboxClock,
): Recorder =>
  createRecorder({
    run: 'live',
    now: () => clock.now(),
    host: () => clock.host(),
    keep: keepExchanges,
    firstExchange,
  })

/** Services that share a process are given their keys here; those that do not get them from the launcher. */
function ownKeys(
  definitions: readonly ServiceDefinition[],
  ids: Ids,
): (name: string) => ServiceKeys {
  const launcher = createLauncherKeys(ids.fork('sandbox-key').bytes(32), keyHolders(definitions))
  return (name) => launcher.keysFor(name)
}

function servicesOf(
  shared: Shared,
  running: Map<string, RunService>,
  ends: readonly (() => void)[],
): Services {
  const { store, blobs, clock, ids, recorder, sourceIps, ports } = shared
  return {
    running,
    store,
    blobs,
    clock,
    ids,
    recorder,
    sourceIps,
    ports,
    settled: async () => {
      await Promise.all([...running.values()].map((run) => run.settled()))
    },
    gatewayTargets: () => gatewayTargets(running),
    journal: (accountId) => readJournal(store, accountId),
    stop: async (service) => {
      await ports.withdraw(service)
      await running.get(service)?.close()
    },
    close: async () => {
      for (const run of running.values()) await run.close()
      for (const end of ends) end()
      await ports.close()
      await store.close()
    },
  }
}

function gatewayTargets(running: ReadonlyMap<string, RunService>): readonly GatewayTarget[] {
  return registry.flatMap((row) => {
    const run = running.get(row.name)
    if (!run?.hasPublicPort) return []
    return [{ row, apis: run.service.definition.apis, handOver: run.handOver }]
  })
}
