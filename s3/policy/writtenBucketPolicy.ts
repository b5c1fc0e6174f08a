/** A bucket policy on its way into the bucket: read by IAM's grammar, then by S3's, and judged: public or not. */
import { HopError } from '#kernel/hops/hopError.ts'
import type { PortClients } from '#kernel/hops/portClients.ts'
import type { BucketPlace } from '../buckets/bucketPlace.ts'
import * as errors from '../errors.ts'
import type { BucketPolicy } from '../state.ts'
import { checkBucketPolicy } from './checkBucketPolicy.ts'
import { isPublicPolicy } from './isPublicPolicy.ts'

/** "Bucket policies are limited to 20 KB in size." */
const MAX_BYTES = 20 * 1024

export async function writtenBucketPolicy(
  document: string,
  { name, account }: BucketPlace,
  { policies }: Pick<PortClients, 'policies'>,
): Promise<BucketPolicy> {
  // [K]
  if (Buffer.byteLength(document, 'utf8') > MAX_BYTES)
    throw errors.malformedPolicy('Policy exceeds the maximum allowed document size.')
  const { statements, principals } = await readByIam(document, account, policies)
  checkBucketPolicy(statements, name)
  return { document, principals, isPublic: isPublicPolicy(statements) }
}

async function readByIam(document: string, accountId: string, policies: PortClients['policies']) {
  try {
    return (await policies.readResourcePolicy({ document, accountId })).statement.body
  } catch (error) {
    throw malformed(error) ?? error
  }
}

/** IAM's text is S3's own for policies of resources; the code is S3's. */
function malformed(error: unknown) {
  if (!(error instanceof HopError) || error.refusal?.code !== 'MalformedPolicyDocument')
    return undefined
  return errors.malformedPolicy(error.refusal.message, error.refusal.detail)
}
