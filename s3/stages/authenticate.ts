/**
 * Who calls, proved, as in every service, with two differences: a request without credentials goes on as nobody's
 * (a bucket may be open to all), and the signature must be for the region where the bucket is.
 */
import { AwsError } from '#kernel/errors/awsError.ts'
import type { Stage } from '#kernel/http/exchange.ts'
import { proveSignature, readSignature } from '#kernel/http/stages/authenticate.ts'
import { authenticationMechanism } from '#kernel/sigv4/authenticationMechanism.ts'
import { checkEndpoint } from '../addressing/checkEndpoint.ts'
import { findBucket } from '../buckets/bucketPlace.ts'
import { signedRegions } from '../buckets/signedRegions.ts'
import type { Address } from './address.ts'

export const authenticate: Stage = {
  name: 'authenticate',
  run: async (x) => {
    const { Bucket } = x.input as Address
    const place =
      Bucket === undefined ? undefined : await findBucket(x.service.context.store, Bucket)
    if (place) await checkEndpoint(x, place)
    if (authenticationMechanism(x.request) === 'anonymous') return
    const regions = signedRegions(x.operation.name, place)
    await proveSignature(
      x,
      naming(place?.region, () => readSignature(x, regions)),
    )
  },
}

/** Clients that guessed the wrong region learn the right one, from HEAD's headers too, and sign again. */
function naming<T>(region: string | undefined, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (region === undefined || !isWrongRegion(error)) throw error
    throw withBucketRegion(error, region)
  }
}

const isWrongRegion = (error: unknown): error is AwsError =>
  error instanceof AwsError && error.members['Region'] !== undefined

export const withBucketRegion = (error: AwsError, region: string): AwsError =>
  new AwsError({
    ...error,
    message: error.message,
    headers: { ...error.headers, 'x-amz-bucket-region': region },
  })
