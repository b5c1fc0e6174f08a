/** Tokens travel with every request. Somebody saw a stronger one and puts it beside a key of their own. */
import { isAccepted } from '#scenarios/engine/answer.ts'
import type { Attack } from '#scenarios/engine/attack.ts'
import { changedParts } from '#scenarios/engine/changedParts.ts'
import { condition } from '#scenarios/engine/condition.ts'
import { createBucketRequest } from '../requests/s3Request.ts'
import { credentials as getCredentials } from '../steps/credentials.ts'
import { brought, type World } from '../world.ts'
import { attackersBucket } from './attackersBucket.ts'
import { playUpTo } from './playUpTo.ts'
import { unalteredAccepted } from './unalteredAccepted.ts'

export const swapToken: Attack<World> = {
  id: 'swap-token',
  hop: 10,
  party: 's3',
  expects: { outcome: 'refused', status: 400, code: 'InvalidToken' },
  act: async ({ world, send, attacked }) => {
    await playUpTo('credentials', world)
    const victims = brought(world.credentials, 'credentials')
    const unaltered = await send(createBucketRequest(world, world.cast.bucket))
    await getCredentials(world)
    const own = brought(world.credentials, 'credentials')
    const request = createBucketRequest(world, attackersBucket(world.cast))
    const ownToken = await send(createBucketRequest(world, world.cast.bucket))
    const swapped = createBucketRequest(world, attackersBucket(world.cast), {
      credentials: { ...own, sessionToken: victims.sessionToken },
    })
    return {
      ...(await attacked(() => send(swapped))),
      others: { unaltered, ownToken },
      changed: changedParts(request, swapped),
    }
  },
  conditions: (attempt) => [
    unalteredAccepted(attempt),
    condition('ownTokenAccepted', isAccepted(attempt.others['ownToken'])),
  ],
}
