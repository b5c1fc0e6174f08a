/** Whose words a refusal is in, by style. */
import type { SignatureStyle } from '../signatureStyle.ts'
import { explained } from './explained.ts'
import { jsonErrors, restJsonErrors } from './jsonErrors.ts'
import { queryErrors } from './queryErrors.ts'
import { s3Errors } from './s3Errors.ts'
import type { SignatureErrors } from './signatureErrors.ts'

export const errorsByStyle: Readonly<Record<SignatureStyle, SignatureErrors>> = {
  s3: explained(s3Errors),
  query: explained(queryErrors),
  json: explained(jsonErrors),
  'rest-json': explained(restJsonErrors),
}
