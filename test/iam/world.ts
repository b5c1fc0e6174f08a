/** IAM, STS and Organizations wired as the sandbox wires them, on a clock that stands still, with a service that asks them. */
import { iam } from '#iam/index.ts'
import type { IamSeed } from '#iam/seed/seedIam.ts'
import type { SandboxClock } from '#kernel/clock/clock.ts'
import { createSandboxClock } from '#kernel/clock/sandboxClock.ts'
import { createLauncherKeys } from '#kernel/hops/launcherKeys.ts'
import type { PortClients } from '#kernel/hops/portClients.ts'
import { authorization, credentials, policies } from '#kernel/hops/ports.ts'
import type { ServiceDefinition } from '#kernel/http/service.ts'
import { seededIds } from '#kernel/ids/seededIds.ts'
import { createMemoryStore } from '#kernel/store/memoryStore.ts'
import type { Store } from '#kernel/store/store.ts'
import { contextOf } from '#sandbox/contextOf.ts'
import { createInternalPorts } from '#sandbox/internalPorts.ts'
import { keyHolders } from '#sandbox/keyHolders.ts'
import { type RunService, runService } from '#sandbox/runService.ts'
import { createSourceIps } from '#sandbox/sourceIps.ts'
import type { Shared } from '#sandbox/startServices.ts'
import { organizations } from '#services/organizations/index.ts'
import type { SeedOrganization } from '#services/organizations/seedOrganization.ts'
import { sts } from '#sts/index.ts'

export const NOON = Date.UTC(2026, 10, 24, 12)
export const ACCOUNT = '111122223333'
export const OTHER = '444455556666'
export const BOUND = 'ab'.repeat(32)

export type WorldSeed = Omit<IamSeed, 'organization'> & {
  readonly organization?: SeedOrganization
}

export const plainSeed: WorldSeed = {
  accounts: [
    {
      id: ACCOUNT,
      name: 'one',
      rootAccessKey: { accessKeyId: 'AKIAROOTROOTROOT0001', secretAccessKey: 'root-secret' },
      users: [
        {
          name: 'admin',
          policies: ['arn:aws:iam::aws:policy/AdministratorAccess'],
          accessKeys: [{ accessKeyId: 'test', secretAccessKey: 'test' }],
        },
      ],
    },
    { id: OTHER, name: 'two' },
  ],
}

/** Stands for any service that asks IAM. */
const asker: ServiceDefinition = {
  name: 's3',
  principal: 's3.amazonaws.com',
  apis: [],
  asks: [credentials, authorization, policies],
  internalFailure: () => {
    throw new Error('it has no API')
  },
}

export interface World {
  readonly store: Store
  readonly clock: SandboxClock
  /** Public URLs by service; empty until `listen`. */
  readonly endpoints: Record<string, string>
  readonly runs: ReadonlyMap<string, RunService>
  /** The ports as `service` asks them, for one request. */
  ports(service?: string, bound?: string): PortClients
  seed(seed: WorldSeed): Promise<void>
  listen(): Promise<void>
  /** Its ports answer no more. */
  withdraw(service: string): Promise<void>
  close(): Promise<void>
}

export interface WorldOptions {
  readonly seed?: WorldSeed
  readonly hops?: 'local' | 'http'
  /** The host's own time, for clients that sign by it. */
  readonly realTime?: true
}

export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const clock = createSandboxClock(options.realTime ? {} : { host: () => NOON })
  const definitions = [iam, sts, organizations, asker] as readonly unknown[]
  const keys = createLauncherKeys(
    Buffer.alloc(32, 7),
    keyHolders(definitions as readonly ServiceDefinition[]),
  )
  const endpoints: Record<string, string> = {}
  const ends: (() => void)[] = []
  const shared: Shared = {
    options: {},
    store: createMemoryStore({ clock }),
    clock,
    ids: seededIds('iam'),
    recorder: undefined,
    sourceIps: createSourceIps(),
    endpoints: () => endpoints,
    blobs: undefined as never,
    onClose: (end) => ends.push(end),
    ports: createInternalPorts({ clock, kind: options.hops ?? 'local', onFailure: () => {} }),
  }
  const runs = new Map<string, RunService>()
  for (const definition of definitions as readonly ServiceDefinition[]) {
    const context = contextOf(definition, keys.keysFor(definition.name), shared)
    const run = await runService(definition, context)
    runs.set(definition.name, run)
    await shared.ports.offer(run)
  }
  const world: World = {
    store: shared.store,
    clock,
    endpoints,
    runs,
    ports: (service = 's3', bound = BOUND) =>
      runs.get(service)!.service.context.portsFor({ bound }),
    seed: (seed) => seedWorld(shared.store, runs, seed),
    listen: async () => {
      for (const [name, run] of runs)
        if (run.hasPublicPort) endpoints[name] = await run.listen('127.0.0.1', 0)
      for (const run of runs.values()) run.startWorkers()
    },
    withdraw: (service) => shared.ports.withdraw(service),
    close: async () => {
      for (const run of runs.values()) await run.close()
      for (const end of ends) end()
      await shared.ports.close()
      await shared.store.close()
    },
  }
  await world.seed(options.seed ?? plainSeed)
  return world
}

async function seedWorld(
  store: Store,
  runs: ReadonlyMap<string, RunService>,
  seed: WorldSeed,
): Promise<void> {
  await store.write(['', ...seed.accounts.map(({ id }) => id)], async (tx) => {
    for (const { service } of runs.values())
      await service.definition.seed?.(tx, seed, service.context)
  })
}
