/** Encryption at rest. S3 encrypts every object with its own keys since January 2023, and says so. */
import * as errors from '../errors.ts'

/** SIMPLIFICATION: a local store has nobody to hide bodies from; they lie as they came. */
export const ENCRYPTION = 'AES256'

const WITH_KMS: ReadonlySet<string> = new Set(['aws:kms', 'aws:kms:dsse', 'aws:fsx'])

export function checkServerSideEncryption(asked: string | undefined): void {
  if (asked === undefined || asked === ENCRYPTION) return
  if (WITH_KMS.has(asked)) throw errors.notImplementedHeader('x-amz-server-side-encryption')
  throw errors.invalidEncryption(asked)
}
