/** The string to sign: when, for what, and the hash of the canonical request (SigV4, step 2). */
import { type CredentialScope, printScope } from './credentialScope.ts'

export const ALGORITHM = 'AWS4-HMAC-SHA256'

export interface StringToSignInput {
  /** `20261105T120000Z` */
  readonly amzDate: string
  readonly scope: CredentialScope
  /** Hexadecimal SHA-256 of the canonical request. */
  readonly canonicalRequestHash: string
}

export const stringToSign = ({ amzDate, scope, canonicalRequestHash }: StringToSignInput) =>
  `${ALGORITHM}\n${amzDate}\n${printScope(scope)}\n${canonicalRequestHash}`
