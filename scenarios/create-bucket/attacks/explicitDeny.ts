/** A permission set grants CreateBucket, and denies it for some names: somebody hopes that the grant is stronger. */

import type { Seed } from '#sandbox/seed/seed.ts'
import { type Attack, condition } from '#scenarios/engine/attack.ts'
import { castOf } from '../cast.ts'
import { createBucketRequest } from '../requests/s3Request.ts'
import type { World } from '../world.ts'
import { attackersBucket } from './attackersBucket.ts'
import { decisionOf, deniedBy } from './decided.ts'
import { permissionSetOf } from './permissionSetOf.ts'
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

/** The person's permission set, with a denial of the attacker's name beside what it grants. */
export function denyingSet(seed: Seed) {
  const set = permissionSetOf(seed)
  const deny = {
    Sid: 'NotThisName',
    Effect: 'Deny',
    Action: 's3:CreateBucket',
    Resource: `arn:aws:s3:::${attackersBucket(castOf(seed))}`,
  }
  return {
    ...set,
    inlinePolicy: { Version: '2012-10-17', Statement: [...statementsOf(set.inlinePolicy), deny] },
  }
}

function statementsOf(policy: Readonly<Record<string, unknown>> | undefined): readonly unknown[] {
  const statement = policy?.['Statement'] ?? []
  return Array.isArray(statement) ? statement : [statement]
}

const hasMatchingGrant = (attempt: Parameters<typeof decisionOf>[0]): boolean =>
  decisionOf(attempt)
    ?.layers.filter(({ layer }) => layer === 'identity')
    .flatMap(({ policies }) => policies)
    .some(({ statements }) => statements.some((each) => each.effect === 'Allow' && each.matched)) ??
  false
