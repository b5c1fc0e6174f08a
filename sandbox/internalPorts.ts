/** How the services of this process reach each other's ports: the one place where `--hops` is looked at. */
import type { Clock } from '#kernel/clock/clock.ts'
import type { Carrier } from '#kernel/hops/carrier.ts'
import type { Exposed } from '#kernel/hops/expose.ts'
import { type HopListener, startHopListener } from '#kernel/hops/hopListener.ts'
import { httpCarrier } from '#kernel/hops/httpCarrier.ts'
import { localCarrier } from '#kernel/hops/localCarrier.ts'
import type { Port } from '#kernel/hops/port.ts'
import { createTransport, type HopAddress, type Post } from '#kernel/hops/post.ts'
import type { Ring } from '#kernel/hops/ring.ts'
import type { ServiceKeys } from '#kernel/hops/serviceKeys.ts'
import type { RunService } from './runService.ts'
import type { Wiretap } from './wiretap.ts'

/** Whose questions these are. */
interface Identity {
  readonly serviceKeys: ServiceKeys
  readonly ring: Ring
}

export interface InternalPorts {
  /** The carrier that `service` uses for a port; its questions to itself are always function calls. */
  carrierFor(identity: Identity): (port: Port) => Carrier
  /** Lets the others reach what this service implements. */
  offer(run: RunService): Promise<void>
  /** Where listeners are, by owner: what a launcher tells its other processes. */
  addresses(): Readonly<Record<string, HopAddress>>
  /** Takes addresses of listeners in other processes. */
  learn(addresses: Readonly<Record<string, HopAddress>>): void
  withdraw(service: string): Promise<void>
  close(): Promise<void>
}

export interface InternalPortsOptions {
  readonly clock: Clock
  readonly kind: 'local' | 'http'
  readonly onFailure: (error: unknown) => void
  readonly wiretap?: Wiretap | undefined
}

export function createInternalPorts({
  clock,
  kind,
  onFailure,
  wiretap,
}: InternalPortsOptions): InternalPorts {
  const exposed = new Map<string, Exposed>()
  const listeners = new Map<string, HopListener>()
  const addresses = new Map<string, HopAddress>()
  const transport = createTransport()
  const post: Post = (question) =>
    wiretap?.onHop?.(question, transport.post) ?? transport.post(question)
  const local = localCarrier({ clock, exposed: (port) => exposed.get(port) })

  const overHttp = ({ serviceKeys, ring }: Identity) =>
    httpCarrier({
      clock,
      ring,
      keys: serviceKeys,
      post,
      addressOf: (owner) => addresses.get(owner),
    })

  const withdraw = async (service: string) => {
    for (const [name, { port }] of exposed) if (port.owner === service) exposed.delete(name)
    await listeners.get(service)?.close()
    listeners.delete(service)
  }

  return {
    carrierFor: (identity) => {
      const remote = kind === 'http' ? overHttp(identity) : local
      return (port) => (port.owner === identity.serviceKeys.service ? local : remote)
    },
    offer: async ({ exposed: offered, service: { context, definition } }) => {
      for (const [name, port] of offered) exposed.set(name, port)
      if (kind === 'local' || offered.size === 0) return
      const listener = await startHopListener({
        exposed: [...offered.values()],
        ring: context.ring,
        keys: context.serviceKeys,
        clock,
        onFailure,
      })
      listeners.set(definition.name, listener)
      addresses.set(definition.name, listener.address)
    },
    addresses: () => Object.fromEntries(addresses),
    learn: (known) => {
      for (const [owner, address] of Object.entries(known)) addresses.set(owner, address)
    },
    withdraw,
    close: async () => {
      await Promise.all([...listeners.keys()].map(withdraw))
      transport.close()
    },
  }
}
