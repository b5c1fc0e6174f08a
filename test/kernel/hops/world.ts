/** A few services that ask each other, wired as a sandbox wires them, over one carrier or the other. */
import type { Carrier } from '#kernel/hops/carrier.ts'
import { clientOf } from '#kernel/hops/clientOf.ts'
import { type Exposed, expose } from '#kernel/hops/expose.ts'
import type { HopRecord } from '#kernel/hops/hopRecord.ts'
import type { Hops } from '#kernel/hops/hops.ts'
import { createLauncherKeys, type KeyHolder } from '#kernel/hops/launcherKeys.ts'
import { localCarrier } from '#kernel/hops/localCarrier.ts'
import type { Client, Port } from '#kernel/hops/port.ts'
import { portClientsOf } from '#kernel/hops/portClients.ts'
import { authorization, credentials, guardrails, roles } from '#kernel/hops/ports.ts'
import { createRing, type Ring } from '#kernel/hops/ring.ts'
import type { Offer } from '#kernel/http/service.ts'
import {
  authorizationOwner,
  credentialsOwner,
  guardrailsOwner,
  rolesOwner,
} from './sampleOwners.ts'
import { type TestClock, testClock, testIds } from './testTime.ts'

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

/** In one process every service has its own all the same. */
export const ringOf = (service: string): Ring => createRing(launcherKeys.keysFor(service))

export interface World {
  readonly kind: Carrier['kind']
  readonly clock: TestClock
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
export function exposedOf(clock: TestClock, hops: (service: string) => Hops): Exposed[] {
  const iam = hops('iam')
  const needs = { clock, ring: ringOf('iam'), clients: portClientsOf(iam) }
  const offers: Offer[] = [
    { port: credentials, implementation: credentialsOwner },
    { port: authorization, implementation: authorizationOwner(needs) },
    { port: roles, implementation: rolesOwner },
    { port: guardrails, implementation: guardrailsOwner },
  ]
  return offers.map(({ port, implementation }) => expose(port, implementation))
}

export async function localWorld(): Promise<World> {
  const clock = testClock()
  const records: HopRecord[] = []
  const live = new Map<string, Exposed>()
  const carrier = localCarrier({ clock, exposed: (port) => live.get(port) })
  const hops = (service: string): Hops => ({
    service,
    clock,
    ids: testIds(service),
    carrier: () => carrier,
    record: (hop) => records.push(hop),
  })
  for (const exposed of exposedOf(clock, hops)) live.set(exposed.port.name, exposed)
  return {
    kind: 'local',
    clock,
    records,
    hops,
    ring: ringOf,
    client: (service, port) => clientOf(port, hops(service)),
    async stop(service) {
      for (const [name, { port }] of live) if (port.owner === service) live.delete(name)
    },
    async close() {},
  }
}
