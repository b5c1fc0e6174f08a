/**
 * Every key of a sandbox, derived (HKDF, RFC 5869) from one: the same after a restart, nothing to fetch.
 * The launcher keeps the sandbox's key; a service gets its own. If all held the one key, any of them could
 * sign as STS and signatures would prove nothing.
 */
import { hkdfSync } from 'node:crypto'
import { publicBytesOf } from './ed25519.ts'
import type { ServiceKeys } from './serviceKeys.ts'

export interface KeyHolder {
  readonly name: string
  /** Its service principal: `sso.amazonaws.com`. */
  readonly principal: string
  /** The services that it asks: with each it shares a hop secret. */
  readonly asks: readonly string[]
  /** Seals or opens session tokens. */
  readonly holdsSessionTokenKey?: true | undefined
}

export interface LauncherKeys {
  keysFor(service: string): ServiceKeys
}

/** `sandboxKey`: 32 random bytes, kept as long as the sandbox's data. */
export function createLauncherKeys(
  sandboxKey: Uint8Array,
  services: readonly KeyHolder[],
): LauncherKeys {
  for (const { name } of services) refuseOddName(name)
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', sandboxKey, 'hopscope', purpose, 32))
  const seedOf = (service: string): Buffer => derive(`sign/${service}`)
  const publicKeys = byName(services, ({ name }) => publicBytesOf(seedOf(name)).toString('base64'))
  const principals = byName(services, ({ principal }) => principal)
  const secretOf = (asker: string, owner: string) =>
    derive(`hop/${asker}/${owner}`).toString('base64')

  return {
    keysFor(name) {
      const own = services.find((service) => service.name === name)
      if (own === undefined) throw new Error(`INVARIANT: ${name} is no service of this sandbox`)
      const askers = services.filter((other) => other.asks.includes(name))
      return {
        service: name,
        principals,
        signingSeed: seedOf(name).toString('base64'),
        publicKeys,
        asks: Object.fromEntries(own.asks.map((owner) => [owner, secretOf(name, owner)])),
        answers: byName(askers, (asker) => secretOf(asker.name, name)),
        ...(own.holdsSessionTokenKey && {
          sessionTokenKey: derive('session-token').toString('base64'),
        }),
      }
    },
  }
}

const byName = (
  services: readonly KeyHolder[],
  value: (service: KeyHolder) => string,
): Record<string, string> =>
  Object.fromEntries(services.map((service) => [service.name, value(service)]))

/** Names stand in key ids and key purposes, between separators. */
function refuseOddName(name: string): void {
  if (!/^[a-z][a-z0-9-]{0,40}$/.test(name)) throw new Error(`INVARIANT: a service named ${name}`)
}
