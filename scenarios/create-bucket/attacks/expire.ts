/** Stolen credentials are used after their hour is over. */
import { isAccepted } from '#scenarios/engine/answer.ts'
import type { Attack } from '#scenarios/engine/attack.ts'
import { condition } from '#scenarios/engine/condition.ts'
import { createBucketRequest } from '../requests/s3Request.ts'
import { brought, type World } from '../world.ts'
import { attackersBucket } from './attackersBucket.ts'
import { playUpTo } from './playUpTo.ts'
import { unalteredAccepted } from './unalteredAccepted.ts'

const second = 1_000

export const expire: Attack<World> = {
  id: 'expire',
  hop: 10,
  party: 's3',
  expects: { outcome: 'refused', status: 400, code: 'ExpiredToken' },
  act: async ({ world, sandbox, send, attacked }) => {
    await playUpTo('credentials', world)
    const end = brought(world.credentials, 'credentials').expiration.getTime()
    const unaltered = await send(createBucketRequest(world, world.cast.bucket))
    await sandbox.clock.set(end - second)
    const lastSecond = await send(createBucketRequest(world, world.cast.bucket))
    await sandbox.clock.set(end + second)
    return {
      ...(await attacked(() => send(createBucketRequest(world, attackersBucket(world.cast))))),
      others: { unaltered, lastSecond },
      facts: { end: new Date(end).toISOString() },
    }
  },
  conditions: (attempt) => [
    unalteredAccepted(attempt),
    condition('lastSecondAccepted', isAccepted(attempt.others['lastSecond']), {
      expiresAt: attempt.facts['end'] ?? '-',
    }),
  ],
}
