/** A session was stolen; the role's sessions are revoked; whoever stole it goes on using it. */
import { isAccepted } from '#scenarios/engine/answer.ts'
import type { Attack } from '#scenarios/engine/attack.ts'
import { condition } from '#scenarios/engine/condition.ts'
import { createBucketRequest, s3Request } from '../requests/s3Request.ts'
import type { World } from '../world.ts'
import { withAdministrator } from './administrator.ts'
import { attackersBucket } from './attackersBucket.ts'
import { deniedBy } from './decided.ts'
import { administer, assumeOrdinaryRole, makeOrdinaryRole, roleName } from './ordinaryRole.ts'
import { playUpTo } from './playUpTo.ts'
import { reservedRoleName, reservedRoleRefuses } from './reservedRole.ts'
import { unalteredAccepted } from './unalteredAccepted.ts'

export const revoke: Attack<World> = {
  id: 'revoke',
  hop: 11,
  party: 's3',
  expects: { outcome: 'refused', status: 403, code: 'AccessDenied' },
  patch: withAdministrator,
  act: async ({ world, sandbox, send, attacked }) => {
    const making = { world, send }
    await playUpTo('credentials', world)
    await makeOrdinaryRole(making)
    const stolen = await assumeOrdinaryRole(making)
    const unaltered = await send(
      createBucketRequest(world, world.cast.bucket, { credentials: stolen }),
    )
    await sandbox.clock.advance('PT1M')
    const revoked = (name: string) =>
      administer(making, 'PutRolePolicy', {
        RoleName: name,
        PolicyName: 'AWSRevokeOlderSessions',
        PolicyDocument: olderThan(sandbox.clock.now()),
      })
    const reserved = await revoked(reservedRoleName(world))
    await revoked(roleName)
    const again = createBucketRequest(world, attackersBucket(world.cast), { credentials: stolen })
    const refused = await attacked(() => send(again))
    // aws:TokenIssueTime counts whole seconds: one of the same second is older too.
    await sandbox.clock.advance('PT1S')
    const fresh = await assumeOrdinaryRole(making)
    const freshAnswer = await send(
      s3Request(world, { method: 'GET', target: '/', credentials: fresh }),
    )
    return { ...refused, others: { unaltered, reserved, fresh: freshAnswer } }
  },
  conditions: (attempt) => [
    unalteredAccepted(attempt),
    deniedBy('identity', attempt),
    condition('freshSessionAccepted', isAccepted(attempt.others['fresh'])),
    reservedRoleRefuses(attempt),
  ],
}

/** As IAM's console writes it for "Revoke active sessions". */
const olderThan = (now: number): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Deny',
        Action: ['*'],
        Resource: ['*'],
        Condition: { DateLessThan: { 'aws:TokenIssueTime': new Date(now).toISOString() } },
      },
    ],
  })
