/** Hop 9: the signed request reaches S3, which holds its form, scope and date against the rules first. */

import { codeOf, lastCall } from '#scenarios/engine/found.ts'
import { check, type HopDefinition } from '#scenarios/engine/steps.ts'
import type { World } from '../world.ts'
import type { Stamped } from './stamped.ts'

const window = 15 * 60

export const signedRequest: HopDefinition<World> = {
  n: 9,
  post: [5],
  from: 'cli',
  to: 's3',
  operation: 'CreateBucket',
  find: (exchanges, { cast, signedAgain }) => {
    const call = lastCall(exchanges, 's3', 'CreateBucket')
    if (!call) return undefined
    const claim = call.finding('sigv4') as unknown as Stamped
    const skew = Math.round((call.request.at - instantOf(claim.amzDate)) / 1000)
    const signed = claim.signedHeaders ?? []
    return {
      status: call.response?.status ?? null,
      code: codeOf(call),
      checks: [
        check('authorizationWellFormed', claim.signature, { algorithm: 'AWS4-HMAC-SHA256' }),
        check(
          'scopeMatches',
          claim.scope?.service === 's3' && claim.amzDate?.startsWith(claim.scope.date),
          {
            region: claim.scope?.region ?? cast.region,
            service: claim.scope?.service ?? '-',
          },
        ),
        check('dateFresh', Math.abs(skew) <= window, { skew }),
        check('hostSigned', signed.includes('host')),
        check('sessionTokenSigned', signed.includes('x-amz-security-token')),
        check('signedAgain', signedAgain !== undefined && signedAgain === claim.signature),
      ],
      at: call.request.at,
      exchanges: [call.exchange],
    }
  },
}

const instantOf = (amzDate: string | undefined): number =>
  Date.parse(
    (amzDate ?? '').replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'),
  )
