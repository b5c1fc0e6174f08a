/** Step 1: the Authorization header has its three components, and the Credential its five parts. */
import { type Credential, parseCredential } from '../credentialScope.ts'
import type { SignatureErrors } from '../errors/signatureErrors.ts'
import { type Authorization, parseAuthorization } from '../parseAuthorization.ts'

export interface SignedAuthorization extends Pick<Authorization, 'signedHeaders' | 'signature'> {
  readonly credential: Credential
}

export function readAuthorization(
  request: { readonly header: string; readonly dateMissing: boolean },
  errors: SignatureErrors,
): SignedAuthorization {
  const parsed = parseAuthorization(request.header)
  if (!parsed.ok) throw errors.malformedAuthorization(parsed.problem, request)
  const { signedHeaders, signature } = parsed.authorization
  const credential = parseCredential(parsed.authorization.credential)
  if (credential === undefined || credential.accessKeyId === '')
    throw errors.malformedCredential(parsed.authorization.credential)
  return { credential, signedHeaders, signature }
}
