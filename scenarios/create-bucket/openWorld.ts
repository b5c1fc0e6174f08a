/** A fresh sandbox and, in it, who plays this scenario. */
import type { Seed } from '#sandbox/seed/seed.ts'
import { openInOneProcess } from '#sandbox/startInOneProcess.ts'
import type { Wiretap } from '#sandbox/wiretap.ts'
import { createHome } from '#scenarios/engine/home.ts'
import type { Ground } from '#scenarios/engine/runAttack.ts'
import type { RunOptions } from '#scenarios/engine/scenario.ts'
import { castOf } from './cast.ts'
import { newBrowser, type World } from './world.ts'

/** More than a run makes, so that nothing falls out of the recording. */
const keepExchanges = 10_000

export async function openWorld(
  seed: Seed,
  { hops, randomSeed, signal }: Pick<RunOptions, 'hops' | 'randomSeed' | 'signal'>,
  wiretap?: Wiretap,
): Promise<Ground<World>> {
  const cast = castOf(seed)
  const { sandbox, services } = await openInOneProcess(
    { seed, hops, randomSeed, freshness: 'sandbox', keepExchanges },
    wiretap,
  )
  const home = await createHome()
  return {
    world: { sandbox, home, browser: newBrowser(signal), cast, signal },
    sandbox,
    services,
    close: async () => {
      await home.remove()
      await sandbox.close()
    },
  }
}
