/** What one service is given: the shared parts, its own keys and randomness, and its ways to ask others. */
import { createCallApi } from '#kernel/hops/callApi.ts'
import { createHopCredentials } from '#kernel/hops/hopCredential.ts'
import { portClientsOf } from '#kernel/hops/portClients.ts'
import { createRing } from '#kernel/hops/ring.ts'
import type { ServiceKeys } from '#kernel/hops/serviceKeys.ts'
import type { ServiceDefinition } from '#kernel/http/service.ts'
import type { ContextWithoutKeys } from './runService.ts'
import type { Shared } from './startServices.ts'

/** Where services are unless a request says otherwise. */
const homeRegion = 'us-east-1'

export function contextOf(
  definition: ServiceDefinition,
  serviceKeys: ServiceKeys,
  shared: Shared,
): ContextWithoutKeys {
  const { clock, recorder, sourceIps, endpoints, ports } = shared
  const { name } = definition
  const ids = shared.ids.fork(name)
  const ring = createRing(serviceKeys)
  return {
    name,
    region: homeRegion,
    store: shared.store,
    blobs: shared.blobs,
    clock,
    ids,
    serviceKeys,
    ring,
    endpoints,
    portsFor: portClientsOf({
      service: name,
      clock,
      ids: ids.fork('nonces'),
      carrier: ports.carrierFor({ serviceKeys, ring }),
      ...(recorder && { record: (hop) => recorder.hop(hop) }),
    }),
    call: callerFor(definition, serviceKeys, shared),
    recorder,
    freshness: freshnessOf(shared),
    sourceIpOf: sourceIps.of,
  }
}

function callerFor(
  { name, principal }: ServiceDefinition,
  serviceKeys: ServiceKeys,
  shared: Shared,
) {
  const { clock, endpoints, wiretap } = shared
  const credentials = createHopCredentials(serviceKeys)
  const { call, close } = createCallApi({
    clock,
    userAgent: principal,
    through: (sent, send) => wiretap?.onCall?.(sent, send) ?? send(sent),
    principalOf: (service) => credentials.issue(service, clock.now()),
    endpointOf: (service) => {
      const url = endpoints()[service]
      if (!url) throw new Error(`INVARIANT: ${name} calls ${service}, which does not listen yet`)
      return url
    },
  })
  shared.onClose(close)
  return call
}

/** SDKs sign with the host's clock: in a free run that is fresh too. A scenario's clients use the sandbox's clock. */
function freshnessOf({ options, clock }: Shared): () => readonly number[] {
  if (options.freshness === 'sandbox') return () => [clock.now()]
  return () => (clock.offset() === 0 ? [clock.now()] : [clock.now(), clock.host()])
}
