/** The canonical request: the one text that client and service both build from a request (SigV4, step 1). */
import { canonicalHeaders } from './canonicalHeaders.ts'
import { canonicalQuery, type QueryParameter } from './canonicalQuery.ts'
import { canonicalUri } from './canonicalUri.ts'
import type { CanonicalStyle } from './signatureStyle.ts'

export interface CanonicalInput {
  readonly method: string
  readonly path: string
  readonly parameters: readonly QueryParameter[]
  /** By lower-case name, values in canonical form. */
  readonly headers: ReadonlyMap<string, string>
  /** Lower case and sorted. */
  readonly signedHeaders: readonly string[]
  /** What stands for the body: its hash, or one of S3's literals. */
  readonly payloadHash: string
  readonly style: CanonicalStyle
}

export function canonicalRequest(input: CanonicalInput): string {
  const uri = canonicalUri(input.path, input.style)
  const query = canonicalQuery(input.parameters)
  const headers = canonicalHeaders(input.headers, input.signedHeaders)
  const signedHeaders = input.signedHeaders.join(';')
  // Each header line ends in a newline, so that an empty line follows the last of them.
  return `${input.method}\n${uri}\n${query}\n${headers}\n${signedHeaders}\n${input.payloadHash}`
}
