/** A permission set grants CreateBucket, and denies it for some names: somebody hopes that the grant is stronger. */

import type { Attack, Attempt } from '#scenarios/engine/attack.ts'
import { condition } from '#scenarios/engine/condition.ts'
import { createBucketRequest } from '../requests/s3Request.ts'
import type { World } from '../world.ts'
import { attackersBucket } from './attackersBucket.ts'
import { decisionOf, deniedBy } from './decided.ts'
import { denyingSet } from './denyingSet.ts'
import { playUpTo } from './playUpTo.ts'
import { unalteredAccepted } from './unalteredAccepted.ts'

export const explicitDeny: Attack<World> = {
  id: 'explicit-deny',
  hop: 11,
  party: 's3',
  expects: { outcome: 'refused', status: 403, code: 'AccessDenied' },
  patch: (seed) => ({ permissionSet: denyingSet(seed) }),
  act: async ({ world, send, attacked }) => {
    await playUpTo('credentials', world)
    const unaltered = await send(createBucketRequest(world, world.cast.bucket))
    const denied = createBucketRequest(world, attackersBucket(world.cast))
    return { ...(await attacked(() => send(denied))), others: { unaltered } }
  },
  conditions: (attempt) => [
    unalteredAccepted(attempt),
    condition('grantMatchedToo', hasMatchingGrant(attempt)),
    deniedBy('identity', attempt),
  ],
}

const hasMatchingGrant = (attempt: Attempt): boolean =>
  decisionOf(attempt)
    ?.layers.filter(({ layer }) => layer === 'identity')
    .flatMap(({ policies }) => policies)
    .some(({ statements }) => statements.some((each) => each.effect === 'Allow' && each.matched)) ??
  false
