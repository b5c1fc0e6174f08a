/** As in every service; but HeadBucket tells where the bucket is also to those who may not see into it. */
import { AwsError } from '#kernel/errors/awsError.ts'
import type { Exchange, Stage } from '#kernel/http/exchange.ts'
import { authorise as ask } from '#kernel/http/stages/authorise.ts'
import { findBucket } from '../buckets/bucketPlace.ts'
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
  },
}

async function locating(x: Exchange, error: unknown): Promise<unknown> {
  const place = await findBucket(x.service.context.store, (x.input as Address).Bucket ?? '')
  return place && error instanceof AwsError ? withBucketRegion(error, place.region) : error
}
