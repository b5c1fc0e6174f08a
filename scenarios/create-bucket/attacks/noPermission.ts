/** A person whose permission set says nothing of buckets that are to be made tries all the same. */
import { isAccepted } from '#scenarios/engine/answer.ts'
import type { Attack } from '#scenarios/engine/attack.ts'
import { condition } from '#scenarios/engine/condition.ts'
import { createBucketRequest, s3Request } from '../requests/s3Request.ts'
import type { World } from '../world.ts'
import { deniedByNobody, notAllowedBy } from './decided.ts'
import { permissionSetOf } from './permissionSetOf.ts'
import { playUpTo } from './playUpTo.ts'

export const noPermission: Attack<World> = {
  id: 'no-permission',
  hop: 11,
  party: 's3',
  expects: { outcome: 'refused', status: 403, code: 'AccessDenied' },
  patch: (seed) => {
    const { name, sessionDuration } = permissionSetOf(seed)
    const list = { Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }
    return {
      permissionSet: {
        name,
        ...(sessionDuration !== undefined && { sessionDuration }),
        inlinePolicy: { Version: '2012-10-17', Statement: [list] },
      },
    }
  },
  act: async ({ world, send, attacked }) => {
    await playUpTo('credentials', world)
    const listed = await send(s3Request(world, { method: 'GET', target: '/' }))
    return {
      ...(await attacked(() => send(createBucketRequest(world, world.cast.bucket)))),
      others: { listed },
    }
  },
  conditions: (attempt) => [
    condition('listAccepted', isAccepted(attempt.others['listed'])),
    deniedByNobody(attempt),
    notAllowedBy('identity', attempt),
  ],
}
