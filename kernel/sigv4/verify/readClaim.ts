/**
 * First phase of verification: from raw bytes to a claim, in AWS's order. Mechanism, form of the header, scope,
 * date, payload; then the texts that the signature must cover. The key comes from IAM after this, and
 * `checkClaim` proves the claim with it.
 */
import type { WireRequest } from '#kernel/http/wireRequest.ts'
import { collectHeaders, signedHeaderNames } from '../canonicalHeaders.ts'
import { type QueryParameter, queryParameters } from '../canonicalQuery.ts'
import { canonicalRequest } from '../canonicalRequest.ts'
import type { CredentialScope } from '../credentialScope.ts'
import { errorsByStyle } from '../errors/errorsByStyle.ts'
import type { SignatureErrors } from '../errors/signatureErrors.ts'
import type { Payload } from '../payload.ts'
import { requestDate, type SignedDate } from '../requestDate.ts'
import { sha256Hex } from '../sha256Hex.ts'
import { canonicalStyle, type SignatureStyle } from '../signatureStyle.ts'
import { stringToSign } from '../stringToSign.ts'
import { checkDate } from './checkDate.ts'
import { checkFreshness, DEFAULT_WINDOW } from './checkFreshness.ts'
import { checkMechanism } from './checkMechanism.ts'
import { checkScope } from './checkScope.ts'
import { headersNotSigned } from './headersNotSigned.ts'
import { readAuthorization, type SignedAuthorization } from './readAuthorization.ts'
import { readPayload } from './readPayload.ts'
import type { HeaderClaim, SignatureClaim } from './signatureClaim.ts'

export interface ClaimOptions {
  readonly style: SignatureStyle
  /** Name of the service in the credential scope. */
  readonly service: string
  /** Regions that this endpoint serves, the one it calls its own first; any well-formed one where absent. */
  readonly acceptedRegions?: readonly string[] | undefined
  /** Instants in milliseconds: the request is fresh if it is by any of them. Texts name the first. */
  readonly clocks: readonly number[]
  /** How far from the clock a request may be, in milliseconds; the style's own where absent. */
  readonly window?: number | undefined
}

export function readClaim(request: WireRequest, options: ClaimOptions): SignatureClaim {
  const { style, clocks, window = DEFAULT_WINDOW[style] } = options
  const errors = errorsByStyle[style]
  const parameters = queryParameters(request.query)
  const header = checkMechanism(request, parameters, errors)
  const { values: headers, repeated } = collectHeaders(request.rawHeaders)
  checkSingular(repeated, errors)
  const date = requestDate(headers)
  const authorization = readAuthorization({ header, dateMissing: date === undefined }, errors)
  const scope = checkScope(authorization.credential, options, errors)
  const signedDate = checkDate(date, { scopeDate: scope.date, header }, errors)
  const freshBy = checkFreshness(signedDate.requestedAt, { clocks, window }, errors)
  const declared = headers.get('x-amz-content-sha256')
  const payload = readPayload({ style, declared, body: request.body }, errors)
  const checked = { request, style, parameters, headers, authorization, scope, payload }
  return claimOf({ signedDate, freshBy, ...checked })
}

/** Headers that say who, when, where or what: one of two would be checked and the other one used. */
const SINGULAR = [
  'host',
  'date',
  'x-amz-date',
  'x-amz-content-sha256',
  'x-amz-decoded-content-length',
  'x-amz-security-token',
  'x-amz-target',
  'content-type',
  'content-md5',
] as const

function checkSingular(repeated: ReadonlySet<string>, errors: SignatureErrors): void {
  if (repeated.size === 0) return
  const name = SINGULAR.find((singular) => repeated.has(singular))
  if (name !== undefined) throw errors.repeatedHeader(name)
}

interface CheckedParts {
  readonly request: WireRequest
  readonly style: SignatureStyle
  readonly parameters: readonly QueryParameter[]
  readonly headers: ReadonlyMap<string, string>
  readonly authorization: SignedAuthorization
  readonly scope: CredentialScope
  readonly signedDate: SignedDate
  readonly freshBy: number
  readonly payload: Payload
}

function claimOf(parts: CheckedParts): HeaderClaim {
  const { style, headers, authorization, scope, signedDate, freshBy, payload } = parts
  const signedHeaders = signedHeaderNames(authorization.signedHeaders)
  const canonical = canonicalRequestOf(parts, signedHeaders)
  const { amzDate, requestedAt } = signedDate
  const canonicalRequestHash = sha256Hex(canonical)
  const toSign = stringToSign({ amzDate, scope, canonicalRequestHash })
  return {
    kind: 'header',
    style,
    accessKeyId: authorization.credential.accessKeyId,
    sessionToken: headers.get('x-amz-security-token'),
    scope,
    amzDate,
    requestedAt,
    freshBy,
    signedHeaders,
    headersNotSigned: headersNotSigned(headers, signedHeaders),
    signature: authorization.signature,
    payload,
    canonicalRequest: canonical,
    stringToSign: toSign,
    bound: sha256Hex(toSign),
  }
}

const canonicalRequestOf = (
  { request, style, parameters, headers, payload }: CheckedParts,
  signedHeaders: readonly string[],
) =>
  canonicalRequest({
    method: request.method,
    path: request.sentPath ?? request.path,
    parameters,
    headers,
    signedHeaders,
    payloadHash: payload.hash,
    style: canonicalStyle(style),
  })
