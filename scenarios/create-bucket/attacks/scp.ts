/** The administrator of an account grants what the organization denies: a service control policy is above them. */
import type { Seed } from '#sandbox/seed/seed.ts'
import type { Attack } from '#scenarios/engine/attack.ts'
import { AttackDoesNotFit } from '#scenarios/engine/attackDoesNotFit.ts'
import { castOf } from '../cast.ts'
import { createBucketRequest } from '../requests/s3Request.ts'
import type { World } from '../world.ts'
import { attackersBucket } from './attackersBucket.ts'
import { allowedBy, deniedBy } from './decided.ts'
import { playUpTo } from './playUpTo.ts'
import { unalteredAccepted } from './unalteredAccepted.ts'

export const scp: Attack<World> = {
  id: 'scp',
  hop: 11,
  party: 's3',
  expects: { outcome: 'refused', status: 403, code: 'AccessDenied' },
  patch: (seed) => {
    const cast = castOf(seed)
    if (!isMember(cast.accountId, seed)) throw new AttackDoesNotFit('scp', 'noMemberAccount')
    const deny = {
      Effect: 'Deny',
      Action: 's3:CreateBucket',
      Resource: `arn:aws:s3:::${attackersBucket(cast)}`,
    }
    const content = { Version: '2012-10-17', Statement: [deny] }
    return {
      organizationPolicies: [
        { name: 'no-such-bucket', type: 'SCP', content, targets: [cast.accountId] },
      ],
    }
  },
  act: async ({ world, send, attacked }) => {
    await playUpTo('credentials', world)
    const unaltered = await send(createBucketRequest(world, world.cast.bucket))
    const denied = createBucketRequest(world, attackersBucket(world.cast))
    return { ...(await attacked(() => send(denied))), others: { unaltered } }
  },
  conditions: (attempt) => [
    unalteredAccepted(attempt),
    allowedBy('identity', attempt),
    deniedBy('scp', attempt),
  ],
}

type Ou = NonNullable<NonNullable<Seed['organization']>['ous']>[number]

/** SCPs bind the members of an organization; not its management account, nor an account outside. */
function isMember(accountId: string, { organization }: Seed): boolean {
  if (!organization || organization.managementAccountId === accountId) return false
  const below = (ou: Pick<Ou, 'accounts' | 'ous'>): boolean =>
    (ou.accounts ?? []).includes(accountId) || (ou.ous ?? []).some(below)
  return below(organization)
}
