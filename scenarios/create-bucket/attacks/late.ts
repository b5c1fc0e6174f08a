/** A request with a good signature, but of a quarter of an hour and a second ago. */
import { isAccepted } from '#scenarios/engine/answer.ts'
import type { Attack } from '#scenarios/engine/attack.ts'
import { changedParts } from '#scenarios/engine/changedParts.ts'
import { condition } from '#scenarios/engine/condition.ts'
import { createBucketRequest } from '../requests/s3Request.ts'
import type { World } from '../world.ts'
import { playUpTo } from './playUpTo.ts'
import { unalteredAccepted } from './unalteredAccepted.ts'

const window = 15 * 60_000
const second = 1_000

export const late: Attack<World> = {
  id: 'late',
  hop: 9,
  party: 's3',
  expects: { outcome: 'refused', status: 403, code: 'RequestTimeTooSkewed' },
  act: async ({ world, sandbox, send, attacked }) => {
    await playUpTo('credentials', world)
    const { bucket } = world.cast
    const now = sandbox.clock.now()
    const request = createBucketRequest(world, bucket)
    const unaltered = await send(request)
    const stillFresh = createBucketRequest(world, bucket, { at: now - window + 30 * second })
    const justInTime = await send(stillFresh)
    const late = createBucketRequest(world, bucket, { at: now - window - second })
    return {
      ...(await attacked(() => send(late))),
      others: { unaltered, justInTime },
      changed: changedParts(request, late),
    }
  },
  conditions: (attempt) => [
    unalteredAccepted(attempt),
    condition('youngerAccepted', isAccepted(attempt.others['justInTime'])),
  ],
}
