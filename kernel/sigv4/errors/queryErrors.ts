/** Refused signatures of the query services (STS, IAM). */
import { coralErrors } from './coralErrors.ts'

export const queryErrors = coralErrors({
  missingToken: {
    code: 'MissingAuthenticationToken',
    status: 403,
    message: 'Request is missing Authentication Token',
  },
  incomplete: { code: 'IncompleteSignature', status: 400 },
  notImplemented: { code: 'NotImplemented', status: 501 },
  invalidToken: { code: 'InvalidClientTokenId', status: 403 },
  expiredToken: { code: 'ExpiredToken', status: 403 },
  signature: { code: 'SignatureDoesNotMatch', status: 403 },
  scopeEnd: ' ',
})
