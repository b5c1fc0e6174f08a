/** A few services that ask each other, wired as a sandbox wires them, over one carrier or the other. */
import type { SandboxClock } from '#kernel/clock/clock.ts'
import { createSandboxClock } from '#kernel/clock/sandboxClock.ts'
import type { Carrier } from '#kernel/hops/carrier.ts'
import { clientOf } from '#kernel/hops/clientOf.ts'
import { type Exposed, expose } from '#kernel/hops/expose.ts'
import { type HopListener, startHopListener } from '#kernel/hops/hopListener.ts'
import type { HopRecord } from '#kernel/hops/hopRecord.ts'
import type { Hops } from '#kernel/hops/hops.ts'
import { httpCarrier } from '#kernel/hops/httpCarrier.ts'
import { createLauncherKeys, type KeyHolder } from '#kernel/hops/launcherKeys.ts'
import { localCarrier } from '#kernel/hops/localCarrier.ts'
import { offer } from '#kernel/hops/offer.ts'
import type { Client, Port } from '#kernel/hops/port.ts'
import { portClientsOf } from '#kernel/hops/portClients.ts'
import { authorization, credentials, guardrails, roles } from '#kernel/hops/ports.ts'
import { createTransport, type HopAddress, type Post } from '#kernel/hops/post.ts'
import { createRing, type Ring } from '#kernel/hops/ring.ts'
import type { Offer } from '#kernel/http/service.ts'
import { seededIds } from '#kernel/ids/seededIds.ts'
import {
  authorizationOwner,
  credentialsOwner,
  guardrailsOwner,
  rolesOwner,
} from './sampleOwners.ts'

export const services: readonly KeyHolder[] = [
  { name: 's3', principal: 's3.amazonaws.com', asks: ['iam'] },
  { name: 'lambda', principal: 'lambda.amazonaws.com', asks: ['iam'] },
  { name: 'sts', principal: 'sts.amazonaws.com', asks: ['iam'], holdsSessionTokenKey: true },
  {
    name: 'iam',
    principal: 'iam.amazonaws.com',
    asks: ['organizations'],
    holdsSessionTokenKey: true,
  },
  { name: 'organizations', principal: 'organizations.amazonaws.com', asks: [] },
  { name: 'stranger', principal: 'stranger.amazonaws.com', asks: [] },
]

export const launcherKeys = createLauncherKeys(Buffer.alloc(32, 7), services)

const rings = new Map<string, Ring>()

/** Each service has its own, also in one process. */
export function ringOf(service: string): Ring {
  const ring = rings.get(service) ?? createRing(launcherKeys.keysFor(service))
  rings.set(service, ring)
  return ring
}

export interface World {
  readonly kind: Carrier['kind']
  readonly clock: SandboxClock
  /** Every ask that was made, in the order in which they ended. */
  readonly records: HopRecord[]
  hops(service: string): Hops
  ring(service: string): Ring
  client<P extends Port>(service: string, port: P): Client<P>
  /** Takes a service down. */
  stop(service: string): Promise<void>
  close(): Promise<void>
}

/** Both of IAM's ports and those of the others, by the service that owns them. */
export function exposedOf(clock: SandboxClock, hops: (service: string) => Hops): Exposed[] {
  const iam = hops('iam')
  const needs = { clock, ring: ringOf('iam'), clients: portClientsOf(iam) }
  const offers: Offer[] = [
    offer(credentials, credentialsOwner),
    offer(authorization, authorizationOwner(needs)),
    offer(roles, rolesOwner),
    offer(guardrails, guardrailsOwner),
  ]
  return offers.map(({ port, implementation }) => expose(port, implementation))
}

/** It stands still until a test moves it. */
const standingClock = (): SandboxClock => createSandboxClock({ host: () => Date.UTC(2026, 10, 24) })

interface Wiring {
  readonly clock: SandboxClock
  carrier(service: string): Carrier
}

/** What every world has, whatever carries its asks. */
function wired({ clock, carrier }: Wiring) {
  const records: HopRecord[] = []
  const made = new Map<string, Hops>()
  const hops = (service: string): Hops => {
    const known = made.get(service) ?? hopsOf(service, clock, carrier(service), records)
    made.set(service, known)
    return known
  }
  const client = <P extends Port>(service: string, port: P) => clientOf(port, hops(service))
  return { clock, records, hops, client, ring: ringOf }
}

const hopsOf = (
  service: string,
  clock: SandboxClock,
  carrier: Carrier,
  records: HopRecord[],
): Hops => ({
  service,
  clock,
  ids: seededIds(service),
  carrier: () => carrier,
  record: (hop) => records.push(hop),
})

export async function localWorld(): Promise<World> {
  const clock = standingClock()
  const live = new Map<string, Exposed>()
  const carrier = localCarrier({ clock, exposed: (port) => live.get(port) })
  const world = wired({ clock, carrier: () => carrier })
  for (const exposed of exposedOf(clock, world.hops)) live.set(exposed.port.name, exposed)
  return {
    ...world,
    kind: 'local',
    async stop(service) {
      for (const [name, { port }] of live) if (port.owner === service) live.delete(name)
    },
    async close() {},
  }
}

export interface HttpWorld extends World {
  addressOf(service: string): HopAddress
  /** What broke in owners, as they alone know it. */
  readonly failures: unknown[]
}

export interface HttpWorldOptions {
  /** Stands between askers and the network, as an attacker would. */
  readonly tap?: ((post: Post) => Post) | undefined
  readonly timeoutMs?: number | undefined
  /** More ports, or other implementations of those that there are. */
  readonly also?: readonly Exposed[] | undefined
}

export async function httpWorld(options: HttpWorldOptions = {}): Promise<HttpWorld> {
  const { tap = (post) => post, timeoutMs, also = [] } = options
  const clock = standingClock()
  const listeners = new Map<string, HopListener>()
  const transport = createTransport({ timeoutMs })
  const carrier = (service: string) =>
    httpCarrier({
      keys: launcherKeys.keysFor(service),
      ring: ringOf(service),
      clock,
      post: tap(transport.post),
      addressOf: (owner) => listeners.get(owner)?.address,
    })
  const world = wired({ clock, carrier })
  const failures: unknown[] = []
  const all = [...also, ...exposedOf(clock, world.hops)]
  for (const service of new Set(all.map(({ port }) => port.owner)))
    listeners.set(
      service,
      await startHopListener({
        keys: launcherKeys.keysFor(service),
        ring: ringOf(service),
        clock,
        exposed: all.filter(({ port }) => port.owner === service),
        onFailure: (error) => failures.push(error),
      }),
    )
  return {
    ...world,
    kind: 'http',
    failures,
    addressOf: (service) => listeners.get(service)!.address,
    stop: (service) => listeners.get(service)!.close(),
    async close() {
      transport.close()
      for (const listener of listeners.values()) await listener.close()
    },
  }
}
