/** Somebody on the way changes a signed request: one digit of the signature, or what it covers. */
import type { Attack } from '#scenarios/engine/attack.ts'
import { changedParts } from '#scenarios/engine/changedParts.ts'
import { condition } from '#scenarios/engine/condition.ts'
import { headerOf, type RawRequest, withHeader } from '#scenarios/engine/rawRequest.ts'
import { createBucketRequest } from '../requests/s3Request.ts'
import type { World } from '../world.ts'
import { attackersBucket } from './attackersBucket.ts'
import { playUpTo } from './playUpTo.ts'
import { unalteredAccepted } from './unalteredAccepted.ts'

const expected = { status: 403, code: 'SignatureDoesNotMatch' } as const

export const tamperSignature: Attack<World> = {
  id: 'tamper-signature',
  hop: 10,
  party: 's3',
  expects: { outcome: 'refused', ...expected },
  act: async ({ world, send, attacked }) => {
    await playUpTo('credentials', world)
    const request = createBucketRequest(world, world.cast.bucket)
    const unaltered = await send(request)
    const elsewhere = { ...request, target: `/${attackersBucket(world.cast)}` }
    const otherName = await send(elsewhere)
    const altered = withOtherDigit(request)
    return {
      ...(await attacked(() => send(altered))),
      others: { unaltered, otherName },
      changed: changedParts(request, altered),
    }
  },
  conditions: (attempt) => {
    const { otherName } = attempt.others
    return [
      unalteredAccepted(attempt),
      condition(
        'otherNameRefused',
        otherName?.status === expected.status && otherName.code === expected.code,
        { code: otherName?.code ?? '-' },
      ),
    ]
  },
}

/** The last of 64 hexadecimal digits is another. */
function withOtherDigit(request: RawRequest): RawRequest {
  const signed = headerOf(request, 'authorization')
  const other = signed.endsWith('0') ? '1' : '0'
  return withHeader(request, 'authorization', signed.slice(0, -1) + other)
}
