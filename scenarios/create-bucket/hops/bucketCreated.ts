/** Hop 12: S3 holds IAM's decision against this very request, creates the bucket, records it and answers. */
import { createHash } from 'node:crypto'
import type { RecordedExchange } from '#scenarios/engine/exchanges.ts'
import { codeOf, hopAbout, lastCall } from '#scenarios/engine/found.ts'
import { check, type HopDefinition } from '#scenarios/engine/steps.ts'
import type { World } from '../world.ts'
import type { Stamped } from './stamped.ts'

export const bucketCreated: HopDefinition<World> = {
  n: 12,
  post: [7, 8, 9],
  from: 's3',
  to: 'cli',
  operation: 'CreateBucket',
  find: (exchanges, { cast }) => {
    const call = lastCall(exchanges, 's3', 'CreateBucket')
    if (!call) return undefined
    const { stringToSign = '' } = call.finding('sigv4') as unknown as Stamped
    const bound = createHash('sha256').update(stringToSign).digest('hex')
    const status = call.response?.status ?? null
    const recorded = call.audits.find(({ outcome }) => outcome.eventName === 'CreateBucket')
    return {
      status,
      code: codeOf(call),
      checks: [
        check(
          'decisionIsForThisRequest',
          hopAbout(call, 'authorization.authorize')?.bound === bound,
        ),
        check('bodyMatchesHash', hashOfBody(call) === signedHash(call)),
        check('bucketNameFree', status === 200, { bucket: cast.bucket }),
        check('recordedWithChange', recorded && recorded.outcome.errorCode === undefined, {
          eventName: 'CreateBucket',
        }),
      ],
      at: call.request.at,
      exchanges: [call.exchange],
    }
  },
}

const signedHash = ({ request }: RecordedExchange): string | undefined =>
  request.headers.find(([name]) => name.toLowerCase() === 'x-amz-content-sha256')?.[1]

/** Over the bytes that crossed the socket. */
const hashOfBody = ({ request: { body } }: RecordedExchange): string =>
  createHash('sha256')
    .update(body.base64 === undefined ? (body.text ?? '') : Buffer.from(body.base64, 'base64'))
    .digest('hex')
