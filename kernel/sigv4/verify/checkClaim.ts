/** Second phase: the claim against the key that IAM derived for it. Whoever passes here holds the secret. */
import { equalSignature } from '../equalSignature.ts'
import { errorsByStyle } from '../errors/errorsByStyle.ts'
import { signature } from '../signature.ts'
import type { SignatureClaim } from './signatureClaim.ts'

const KEY_LENGTH = 32

/** Throws the service's own refusal; returns nothing where the signature is right. */
export function checkClaim(claim: SignatureClaim, signingKey: Buffer): void {
  // Anybody could sign with an empty key.
  if (signingKey.length !== KEY_LENGTH) throw new Error('INVARIANT: a signing key has 32 bytes')
  const errors = errorsByStyle[claim.style]
  if (claim.headersNotSigned.length > 0) throw errors.headersNotSigned(claim.headersNotSigned)
  if (equalSignature(claim.signature, signature(signingKey, claim.stringToSign))) return
  throw errors.signatureDoesNotMatch(claim)
}
