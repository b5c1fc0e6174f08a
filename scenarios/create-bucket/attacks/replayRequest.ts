/** Somebody recorded a request and sends the same bytes again: within the window, and after it. */
import { isAccepted } from '#scenarios/engine/answer.ts'
import type { Attack } from '#scenarios/engine/attack.ts'
import { condition } from '#scenarios/engine/condition.ts'
import { createBucketRequest } from '../requests/s3Request.ts'
import type { World } from '../world.ts'
import { playUpTo } from './playUpTo.ts'
import { unalteredAccepted } from './unalteredAccepted.ts'

export const replayRequest: Attack<World> = {
  id: 'replay-request',
  hop: 9,
  party: 's3',
  expects: { outcome: 'refused', status: 403, code: 'RequestTimeTooSkewed' },
  act: async ({ world, sandbox, send, attacked }) => {
    await playUpTo('credentials', world)
    const captured = createBucketRequest(world, world.cast.bucket)
    const unaltered = await send(captured)
    await sandbox.clock.advance('PT14M')
    const replayed = await send(captured)
    await sandbox.clock.advance('PT2M')
    return { ...(await attacked(() => send(captured))), others: { unaltered, replayed } }
  },
  conditions: (attempt) => [
    unalteredAccepted(attempt),
    condition('replayAccepted', isAccepted(attempt.others['replayed']), {
      status: attempt.others['replayed']?.status ?? '-',
    }),
  ],
}
