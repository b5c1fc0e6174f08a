/** Which keys each service gets: a hop secret for every service that it asks or calls, the token key where it says so. */
import type { KeyHolder } from '#kernel/hops/launcherKeys.ts'
import type { ServiceDefinition } from '#kernel/http/service.ts'

export const keyHolders = (definitions: readonly ServiceDefinition[]): readonly KeyHolder[] =>
  definitions.map(({ name, principal, asks, callsAs = [], holdsSessionTokenKey }) => ({
    name,
    principal,
    asks: [...new Set([...asks.map((port) => port.owner), ...callsAs])].filter(
      (owner) => owner !== name,
    ),
    ...(holdsSessionTokenKey && { holdsSessionTokenKey }),
  }))
