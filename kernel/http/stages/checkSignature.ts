/**
 * The claim against its key. Where it fails, and somebody records, the doctor looks for what the client did
 * otherwise: once the answer is decided, and for the recording alone.
 */
import { AwsError } from '#kernel/errors/awsError.ts'
import { diagnoseSignature } from '#kernel/sigv4/doctor/diagnoseSignature.ts'
import { notCovered } from '#kernel/sigv4/doctor/notCovered.ts'
import { checkClaim } from '#kernel/sigv4/verify/checkClaim.ts'
import type { SignatureClaim } from '#kernel/sigv4/verify/signatureClaim.ts'
import type { Exchange } from '../exchange.ts'

type Examined = Pick<Exchange, 'trace' | 'request'>

export function checkSignature(x: Examined, claim: SignatureClaim, signingKey: Buffer): void {
  try {
    checkClaim(claim, signingKey)
  } catch (error) {
    if (isMismatch(error)) examine(x, claim, signingKey)
    throw error
  }
}

const isMismatch = (error: unknown): boolean =>
  error instanceof AwsError && error.detail['reason'] === 'SignatureDoesNotMatch'

/** INVARIANT: nothing that breaks in here changes the answer. */
function examine({ trace, request }: Examined, claim: SignatureClaim, signingKey: Buffer): void {
  if (!trace) return
  try {
    trace.explain('sigv4', {
      ...shownClaim(claim),
      matches: false,
      diagnosis: diagnoseSignature({ request, claim, signingKey }),
      notCovered: notCovered(request.rawHeaders, claim),
    })
  } catch (failure) {
    trace.failure(failure)
  }
}

/** A claim as the recording shows it. */
export const shownClaim = (claim: SignatureClaim) => ({
  accessKeyId: claim.accessKeyId,
  scope: claim.scope,
  amzDate: claim.amzDate,
  signedHeaders: claim.signedHeaders,
  canonicalRequest: claim.canonicalRequest,
  stringToSign: claim.stringToSign,
  signature: claim.signature,
})
