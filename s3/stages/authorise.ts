/**
 * As in every service, and then two things of S3's own: HeadBucket tells where the bucket is also to those who may
 * not see into it, and where the requester pays, others than the owner must say that they know.
 */
import { AwsError } from '#kernel/errors/awsError.ts'
import type { Exchange, Stage } from '#kernel/http/exchange.ts'
import { authorise as ask } from '#kernel/http/stages/authorise.ts'
import { header } from '#kernel/http/wireRequest.ts'
import { findBucket } from '../buckets/bucketPlace.ts'
import { configuration } from '../configurations/bucketConfiguration.ts'
import * as errors from '../errors.ts'
import type { Address } from './address.ts'
import { withBucketRegion } from './authenticate.ts'

export const authorise: Stage = {
  name: 'authorise',
  run: async (x) => {
    try {
      await ask.run(x)
    } catch (error) {
      throw x.operation.name === 'HeadBucket' ? await locating(x, error) : error
    }
    await checkPayer(x)
  },
}

async function locating(x: Exchange, error: unknown): Promise<unknown> {
  const place = await findBucket(x.service.context.store, (x.input as Address).Bucket ?? '')
  return place && error instanceof AwsError ? withBucketRegion(error, place.region) : error
}

const PAYER = 'x-amz-request-payer'

/**
 * S3 User Guide, "Using Requester Pays buckets": 403 to who does not say so, and to nobody, who cannot pay.
 * SIMPLIFICATION: answers do not say who was charged (x-amz-request-charged).
 */
async function checkPayer(x: Exchange): Promise<void> {
  const isCharged = x.shape.input.headers.some(({ boundKey }) => boundKey === PAYER)
  const strangers = x.resourceAccounts.filter((account) => account !== x.caller.accountId)
  if (!isCharged || strangers.length === 0) return
  const { store } = x.service.context
  const place = await findBucket(store, (x.input as Address).Bucket ?? '')
  const payment = place && (await configuration(store, place, 'requestPayment'))
  if (payment?.Payer !== 'Requester') return
  const knows = header(x.request, PAYER)?.toLowerCase() === 'requester'
  if (!knows || x.caller.type === 'Anonymous') throw errors.accessDenied({ payer: 'Requester' })
}
