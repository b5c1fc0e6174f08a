/** What came over the wire, as the doctor's rules look at it: the raw material from which a client may have signed. */
import { header, headerValues, type WireRequest } from '#kernel/http/wireRequest.ts'
import { printParameter, type QueryParameter, queryParameters } from '../canonicalQuery.ts'
import type { CredentialScope } from '../credentialScope.ts'
import { parseAuthorization } from '../parseAuthorization.ts'
import { type CanonicalStyle, canonicalStyle } from '../signatureStyle.ts'
import type { SignatureClaim } from '../verify/signatureClaim.ts'

export interface SentRequest {
  readonly style: CanonicalStyle
  readonly scope: CredentialScope
  readonly method: string
  readonly path: string
  /** Pieces of the query as sent, and what they are in canonical form. */
  readonly parameters: readonly { readonly raw: string; readonly canonical: string }[]
  /** In wire order and case. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Names as the client listed them. */
  readonly listed: readonly string[]
  /** As the request came: before it was read (S3), the body is not there. */
  readonly body: Buffer
  readonly declaredHash: string | undefined
}

export function sentRequest(request: WireRequest, claim: SignatureClaim): SentRequest {
  const { method, path, query, rawHeaders, body } = request
  return {
    style: canonicalStyle(claim.style),
    scope: claim.scope,
    method,
    path,
    parameters: queryParameters(query).filter(isSigned).map(piecesIn(query)),
    headers: pairs(rawHeaders),
    listed: listedNames(request) ?? claim.signedHeaders,
    body,
    declaredHash: header(request, 'x-amz-content-sha256'),
  }
}

/** The signature of a presigned URL stands in the query that it covers. */
const isSigned = ({ name }: QueryParameter): boolean => name !== 'X-Amz-Signature'

const piecesIn = (query: string) => (parameter: QueryParameter) => ({
  raw: query.slice(parameter.start, parameter.end),
  canonical: printParameter(parameter),
})

function pairs(rawHeaders: readonly string[]): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = []
  for (let i = 0; i + 1 < rawHeaders.length; i += 2)
    found.push([rawHeaders[i]!, rawHeaders[i + 1]!])
  return found
}

function listedNames(request: WireRequest): readonly string[] | undefined {
  const [authorization] = headerValues(request, 'authorization')
  if (authorization === undefined) return undefined
  const parsed = parseAuthorization(authorization)
  return parsed.ok ? parsed.authorization.signedHeaders : undefined
}
