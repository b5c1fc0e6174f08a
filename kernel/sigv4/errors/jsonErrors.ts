/** Refused signatures of the JSON services: the same codes, with status 400 (AWS JSON) or 403 (REST-JSON). */
import { coralErrors } from './coralErrors.ts'

const withStatus = (status: 400 | 403) =>
  coralErrors({
    missingToken: {
      code: 'MissingAuthenticationTokenException',
      status,
      message: 'Missing Authentication Token',
    },
    incomplete: { code: 'IncompleteSignatureException', status },
    notImplemented: { code: 'NotImplementedException', status: 501 },
    invalidToken: { code: 'UnrecognizedClientException', status },
    expiredToken: { code: 'ExpiredTokenException', status },
    signature: { code: 'InvalidSignatureException', status },
    scopeEnd: '',
  })

export const jsonErrors = withStatus(400)
export const restJsonErrors = withStatus(403)
