/** Somebody got hold of a Response that a browser has posted, and posts it from a browser of their own. */
import { isAccepted } from '#scenarios/engine/answer.ts'
import type { Attack } from '#scenarios/engine/attack.ts'
import { condition } from '#scenarios/engine/condition.ts'
import { askIdp } from '../steps/askIdp.ts'
import { newBrowser, type World } from '../world.ts'
import { consumed } from './consumed.ts'
import { playUpTo } from './playUpTo.ts'

export const replayAssertion: Attack<World> = {
  id: 'replay-assertion',
  hop: 4,
  party: 'identity-center',
  expects: { outcome: 'refused', status: 403, code: 'replay' },
  act: async ({ world, attacked }) => {
    await playUpTo('start', world)
    const answered = await askIdp(world)
    const unaltered = consumed(world, await world.browser.submit(answered))
    const thief = newBrowser(world.signal)
    return {
      ...(await attacked(async () => consumed(world, await thief.submit(answered)))),
      others: { unaltered },
    }
  },
  conditions: ({ others: { unaltered } }) => [condition('responseAccepted', isAccepted(unaltered))],
}
