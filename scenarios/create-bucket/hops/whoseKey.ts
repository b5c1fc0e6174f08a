/** Hop 10: "whose key is this?" IAM opens STS's seal and answers the caller and a key for this day, region and service. */
import type { Caller } from '#kernel/hops/caller.ts'
import type { HopEvent } from '#kernel/trace/recording.ts'
import { codeOfHop, hopAbout, lastCall, statusOfHop } from '#scenarios/engine/found.ts'
import { check, type HopDefinition } from '#scenarios/engine/steps.ts'
import type { World } from '../world.ts'
import type { Stamped } from './stamped.ts'

export const whoseKey: HopDefinition<World> = {
  n: 10,
  post: [6],
  from: 's3',
  to: 'iam',
  operation: 'resolveCaller',
  find: (exchanges) => {
    const call = lastCall(exchanges, 's3', 'CreateBucket')
    const hop = call && hopAbout(call, 'credentials.resolveCaller')
    if (!call || !hop) return undefined
    const claim = call.finding('sigv4') as unknown as Stamped
    const caller = hop.answer as Caller | undefined
    const expiresAt = (caller?.session?.expiresAt ?? 0) * 1000
    const { date = '-', region = '-', service = '-' } = claim.scope ?? {}
    return {
      status: statusOfHop(hop),
      code: codeOfHop(hop),
      checks: [
        check('sealOpens', caller?.type === 'AssumedRole'),
        check(
          'keyBelongsToToken',
          caller !== undefined && caller.accessKeyId === claim.accessKeyId,
          {
            accessKeyId: claim.accessKeyId ?? '-',
          },
        ),
        check('sessionAlive', expiresAt > hop.at, { expiresAt: new Date(expiresAt).toISOString() }),
        check('derivedKeyOnly', asksFor(hop, { date, region, service }) && !mentionsSecret(hop), {
          date,
          region,
          service,
        }),
        check('signatureMatches', claim.matches),
      ],
      at: hop.at,
      exchanges: [hop.exchange],
    }
  },
}

/** A signing key derived for this date, region and service fits no other; the question names which one is wanted. */
function asksFor(hop: HopEvent, wanted: NonNullable<Stamped['scope']>): boolean {
  const { scope } = hop.ask as { scope?: Stamped['scope'] }
  return (
    scope?.date === wanted.date &&
    scope.region === wanted.region &&
    scope.service === wanted.service
  )
}

const mentionsSecret = (hop: object): boolean => /secretAccessKey/i.test(JSON.stringify(hop))
