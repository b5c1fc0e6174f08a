/** Gives every service its part of the seed, in one transaction over all accounts. */

import type { SandboxOptions } from './sandbox.ts'
import type { Seed } from './seed/seed.ts'
import type { Services } from './startServices.ts'

/** A seed that a program gives is checked like a file; the default one is read only where it is used. */
export async function seedOf(options: SandboxOptions): Promise<Seed> {
  if (options.seed) return (await import('./seed/checkedSeed.ts')).checkedSeed(options.seed)
  const { defaultSeed } = await import('./seed/defaultSeed.ts')
  return defaultSeed()
}

export async function seedServices(services: Services, seed: Seed): Promise<void> {
  const accounts = ['', ...seed.accounts.map((account) => account.id)]
  await services.store.write(accounts, async (tx) => {
    for (const { service } of services.running.values())
      await service.definition.seed?.(tx, seed, service.context as never)
  })
}
