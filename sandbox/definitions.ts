/** The services of a sandbox, in the order of the story. Each is read by its name: the process of one holds no other's code. */
import type { ServiceDefinition } from '#kernel/http/service.ts'

const loaders: Readonly<Record<string, () => Promise<unknown>>> = {
  idp: async () => (await import('#idp/index.ts')).idp,
  'identity-center': async () => (await import('#identity-center/index.ts')).identityCenter,
  sts: async () => (await import('#sts/index.ts')).sts,
  iam: async () => (await import('#iam/index.ts')).iam,
  s3: async () => (await import('#s3/index.ts')).s3,
  organizations: async () => (await import('#services/organizations/index.ts')).organizations,
}

export const serviceNames: readonly string[] = Object.keys(loaders)

export async function loadDefinition(name: string): Promise<ServiceDefinition> {
  const load = loaders[name]
  if (!load) throw new Error(`INVARIANT: ${name} is no service of a sandbox`)
  // Seed and keys of a service are its own business: from here on they are all alike.
  return (await load()) as ServiceDefinition
}

export const loadDefinitions = (): Promise<readonly ServiceDefinition[]> =>
  Promise.all(serviceNames.map(loadDefinition))
