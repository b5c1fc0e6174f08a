/**
 * A bucket's default encryption. Every bucket encrypts with S3's keys since January 2023; with KMS it can be told
 * to, by the key that AWS manages for S3 in each account and region.
 */
import * as errors from '../errors.ts'
import type {
  ServerSideEncryptionByDefault,
  ServerSideEncryptionConfiguration,
} from '../model/shapes.ts'

export const DEFAULT_ENCRYPTION: ServerSideEncryptionConfiguration = {
  Rules: [
    { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: false },
  ],
}

/** Names of the key that AWS manages for S3: the one that is taken where none is named. */
const OWN_KEY = /^(arn:aws:kms:[a-z0-9-]+:\d{12}:)?alias\/aws\/s3$/

export function checkBucketEncryption({ Rules: rules }: ServerSideEncryptionConfiguration): void {
  const [rule, more] = rules
  if (!rule || more) throw errors.malformedXml('exactly one rule')
  const { ApplyServerSideEncryptionByDefault: encryption } = rule
  if (encryption) checkAlgorithm(encryption)
}

function checkAlgorithm({ SSEAlgorithm, KMSMasterKeyID }: ServerSideEncryptionByDefault): void {
  if (SSEAlgorithm === 'AES256') {
    if (KMSMasterKeyID !== undefined)
      throw errors.invalidArgument(
        'KMSMasterKeyID',
        KMSMasterKeyID,
        'a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse',
      )
    return
  }
  if (SSEAlgorithm !== 'aws:kms') throw errors.notImplementedParameter('SSEAlgorithm')
  // There is no KMS here: keys of one's own are nobody's.
  if (KMSMasterKeyID !== undefined && !OWN_KEY.test(KMSMasterKeyID))
    throw errors.notImplementedParameter('KMSMasterKeyID')
}
