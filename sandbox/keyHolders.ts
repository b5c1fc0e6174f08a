/** Which keys each service gets: a hop secret for every service that it asks or calls, the token key where it says so. */
import { refuseCycles } from '#kernel/hops/cycle.ts'
import type { KeyHolder } from '#kernel/hops/launcherKeys.ts'
import type { ServiceDefinition } from '#kernel/http/service.ts'

/** Who may ask whom is laid down here, once for all services: so here it is seen whether they would ask in a circle. */
export function keyHolders(definitions: readonly ServiceDefinition[]): readonly KeyHolder[] {
  refuseCycles(definitions)
  return definitions.map(({ name, principal, asks, callsAs = [], holdsSessionTokenKey }) => ({
    name,
    principal,
    asks: [...new Set([...asks.map((port) => port.owner), ...callsAs])].filter(
      (owner) => owner !== name,
    ),
    ...(holdsSessionTokenKey && { holdsSessionTokenKey }),
  }))
}
