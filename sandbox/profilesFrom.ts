/** Puts together what clients of a running sandbox are set up with. */
import type { ServiceDefinition } from '#kernel/http/service.ts'
import type { ApiEndpoint, ClientProfiles, PortalDirectory } from './clientProfiles.ts'
import { firstKey } from './seed/firstKey.ts'
import type { Seed } from './seed/seed.ts'

export interface ProfileSources {
  readonly definitions: readonly ServiceDefinition[]
  readonly endpoints: Readonly<Record<string, string>>
  readonly seed: Seed
  readonly directory: PortalDirectory | null
}

export function profilesFrom(sources: ProfileSources): ClientProfiles {
  const { endpoints, seed, directory } = sources
  return {
    endpoint: endpoints['gateway'] ?? '',
    apis: servedApis(sources),
    ...(directory && { directory }),
    admin: firstKey(seed),
  }
}

/** Organizations, for now, has no API: it listens nowhere. */
function servedApis({ definitions, endpoints }: ProfileSources): ApiEndpoint[] {
  return definitions.flatMap(({ name, apis }) => {
    const endpoint = endpoints[name]
    if (endpoint === undefined) return []
    const ofClients = apis.filter(({ forBrowsers }) => !forBrowsers)
    return ofClients.map(({ api: { model } }) => ({
      name: model.service,
      version: model.version,
      endpoint,
    }))
  })
}
