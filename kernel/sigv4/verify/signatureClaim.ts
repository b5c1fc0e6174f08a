/** What a request says about who signed it and how: well-formed and fresh, but not yet proved. */
import type { CredentialScope } from '../credentialScope.ts'
import type { Payload } from '../payload.ts'
import type { SignatureStyle } from '../signatureStyle.ts'

interface Claim {
  readonly style: SignatureStyle
  readonly accessKeyId: string
  readonly sessionToken: string | undefined
  readonly scope: CredentialScope
  /** `20261105T120000Z`, the instant in the string to sign. */
  readonly amzDate: string
  /** The same in milliseconds since the epoch. */
  readonly requestedAt: number
  /** The place, among the clocks that were given, of the first by which it is fresh; 0 is the service's own. */
  readonly freshBy: number
  /** Lower case and sorted. */
  readonly signedHeaders: readonly string[]
  /** `host` and `x-amz-…` that the request carries and the signature does not cover. */
  readonly headersNotSigned: readonly string[]
  /** As given by the client. */
  readonly signature: string
  readonly payload: Payload
  readonly canonicalRequest: string
  readonly stringToSign: string
  /** Hexadecimal SHA-256 of the string to sign: ties what other services say about this request to it. */
  readonly bound: string
}

/** Signed in the Authorization header. */
export interface HeaderClaim extends Claim {
  readonly kind: 'header'
}

/** Signed in the URL. */
export interface PresignedClaim extends Claim {
  readonly kind: 'presigned'
  /** X-Amz-Expires, in seconds. */
  readonly expiresIn: number
}

export type SignatureClaim = HeaderClaim | PresignedClaim
