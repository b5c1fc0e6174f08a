/** Somebody on the way leaves the signature alone and changes the body, which is signed by its hash only. */
import type { Attack } from '#scenarios/engine/attack.ts'
import { changedParts } from '#scenarios/engine/changedParts.ts'
import { condition } from '#scenarios/engine/condition.ts'
import { createBucketRequest } from '../requests/s3Request.ts'
import { withBody } from '../requests/transported.ts'
import type { World } from '../world.ts'
import { decisionOf } from './decided.ts'
import { playUpTo } from './playUpTo.ts'
import { unalteredAccepted } from './unalteredAccepted.ts'

const configuration =
  '<CreateBucketConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"></CreateBucketConfiguration>'

export const tamperBody: Attack<World> = {
  id: 'tamper-body',
  hop: 12,
  party: 's3',
  expects: { outcome: 'refused', status: 400, code: 'XAmzContentSHA256Mismatch' },
  act: async ({ world, send, attacked }) => {
    await playUpTo('credentials', world)
    const request = createBucketRequest(world, world.cast.bucket)
    const unaltered = await send(request)
    const altered = withBody(request, Buffer.from(configuration))
    return {
      ...(await attacked(() => send(altered))),
      others: { unaltered },
      changed: changedParts(request, altered),
    }
  },
  conditions: (attempt) => [
    unalteredAccepted(attempt),
    condition('iamHadAllowed', decisionOf(attempt)?.decision === 'Allow'),
  ],
}
