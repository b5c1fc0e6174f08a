/** Identity Center's people and roles, read where its store is: here, or in its own process. */
import type { Store } from '#kernel/store/store.ts'
import type { PortalDirectory } from './clientProfiles.ts'

/** Null where the seed sets up no Identity Center. */
export async function readDirectory(store: Store): Promise<PortalDirectory | null> {
  const { directoryIn } = await import('#identity-center/index.ts')
  return (await store.read(directoryIn)) ?? null
}
