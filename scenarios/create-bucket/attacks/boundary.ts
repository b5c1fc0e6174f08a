/** A role is granted more than its permissions boundary lets through. */
import type { Attack } from '#scenarios/engine/attack.ts'
import { createBucketRequest } from '../requests/s3Request.ts'
import type { World } from '../world.ts'
import { withAdministrator } from './administrator.ts'
import { attackersBucket } from './attackersBucket.ts'
import { allowedBy, notAllowedBy } from './decided.ts'
import { administer, assumeOrdinaryRole, makeOrdinaryRole, roleName } from './ordinaryRole.ts'
import { playUpTo } from './playUpTo.ts'
import { reservedRoleName, reservedRoleRefuses } from './reservedRole.ts'
import { unalteredAccepted } from './unalteredAccepted.ts'

/** Reads, and no more. */
const cap = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'

export const boundary: Attack<World> = {
  id: 'boundary',
  hop: 11,
  party: 's3',
  expects: { outcome: 'refused', status: 403, code: 'AccessDenied' },
  patch: withAdministrator,
  act: async ({ world, send, attacked }) => {
    const making = { world, send }
    await playUpTo('credentials', world)
    const capped = (name: string) =>
      administer(making, 'PutRolePermissionsBoundary', {
        RoleName: name,
        PermissionsBoundary: cap,
      })
    const reserved = await capped(reservedRoleName(world))
    await makeOrdinaryRole(making)
    const credentials = await assumeOrdinaryRole(making)
    const unaltered = await send(createBucketRequest(world, world.cast.bucket, { credentials }))
    await capped(roleName)
    const beyond = createBucketRequest(world, attackersBucket(world.cast), { credentials })
    return { ...(await attacked(() => send(beyond))), others: { unaltered, reserved } }
  },
  conditions: (attempt) => [
    unalteredAccepted(attempt),
    allowedBy('identity', attempt),
    notAllowedBy('boundary', attempt),
    reservedRoleRefuses(attempt),
  ],
}
