/** The words that all AWS services but S3 share for a refused signature; only codes and statuses vary. */
import { createHash } from 'node:crypto'
import { AwsError } from '#kernel/errors/awsError.ts'
import { printAmzDate } from '../amzDate.ts'
import { type AuthorizationProblem, COMPONENTS } from '../parseAuthorization.ts'
import type { ScopeProblem, SignatureErrors, SignatureReason, Skew } from './signatureErrors.ts'

export interface CodeAndStatus {
  readonly code: string
  readonly status: number
}

/** One row for each code of a family of services. */
export interface CoralCodes {
  readonly missingToken: CodeAndStatus & { readonly message: string }
  readonly incomplete: CodeAndStatus
  readonly notImplemented: CodeAndStatus
  /** The key is unknown, inactive, or does not belong to the token. */
  readonly invalidToken: CodeAndStatus
  readonly expiredToken: CodeAndStatus
  readonly signature: CodeAndStatus
  /** What follows the last sentence about the credential scope. */
  readonly scopeEnd: '' | ' '
}

const MISMATCH =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.'
/** The documented meaning of IncompleteSignature, where no recorded text fits. */
const NOT_CONFORMING = 'The request signature does not conform to AWS standards.'
const DATE_REQUIRED =
  "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."

export function coralErrors(codes: CoralCodes): SignatureErrors {
  const incomplete = (reason: SignatureReason, message: string) =>
    refusal(reason, codes.incomplete, message)
  const signature = (reason: SignatureReason, message: string) =>
    refusal(reason, codes.signature, message)
  const invalidToken = (reason: SignatureReason) =>
    refusal(reason, codes.invalidToken, 'The security token included in the request is invalid.')
  const notImplemented = (name: string) =>
    refusal('NotImplemented', codes.notImplemented, `${name} is not implemented.`)
  return {
    missingAuthentication: () =>
      refusal('MissingAuthentication', codes.missingToken, codes.missingToken.message),
    severalMechanisms: () => incomplete('SeveralMechanisms', NOT_CONFORMING),
    unsupportedMechanism: (mechanism, scheme) =>
      mechanism === 'presigned-v2'
        ? notImplemented('Signature Version 2')
        : incomplete('UnsupportedMechanism', `Unsupported AWS 'algorithm': '${scheme}'.`),
    notImplemented,
    repeatedHeader: () => incomplete('RepeatedHeader', NOT_CONFORMING),
    malformedAuthorization: (problem, request) =>
      incomplete('MalformedAuthorization', authorizationSentences(problem, request)),
    malformedCredential: (credential) =>
      incomplete(
        'MalformedCredential',
        `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${credential}'`,
      ),
    wrongScope: (problems) =>
      signature('WrongScope', problems.map(scopeSentence).join(' ') + codes.scopeEnd),
    malformedScopeDate: () => undefined,
    scopeDateDiffers: (given, amzDate) =>
      signature(
        'ScopeDateDiffers',
        `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${given}' != '${amzDate.slice(0, 8)}', from '${amzDate}'.`,
      ),
    missingDate: (header) => incomplete('MissingDate', `${DATE_REQUIRED} ${hashedHeader(header)}`),
    malformedDate: (given) =>
      incomplete(
        'MalformedDate',
        `Date must be in ISO-8601 'basic format'. Got '${given}'. See http://en.wikipedia.org/wiki/ISO_8601`,
      ),
    clockSkew: (skew) => signature('ClockSkew', skewSentence(skew)),
    // Only S3 asks for x-amz-content-sha256; the others hash the body themselves.
    missingPayloadHash: () => incomplete('MissingPayloadHash', NOT_CONFORMING),
    malformedPayloadHash: () => incomplete('MalformedPayloadHash', NOT_CONFORMING),
    payloadHashDiffers: () => signature('PayloadHashDiffers', MISMATCH),
    unknownAccessKey: () => invalidToken('UnknownAccessKey'),
    invalidToken: () => invalidToken('InvalidToken'),
    expiredToken: () =>
      refusal(
        'ExpiredToken',
        codes.expiredToken,
        'The security token included in the request is expired',
      ),
    headersNotSigned: ([name]) => signature('HeadersNotSigned', unsignedSentence(name)),
    signatureDoesNotMatch: () => signature('SignatureDoesNotMatch', MISMATCH),
  }
}

const refusal = (reason: SignatureReason, { code, status }: CodeAndStatus, message: string) =>
  new AwsError({ code, status, message, detail: { reason } })

/** One sentence for each thing that is wrong, then the header: hashed, because it may be somebody's token. */
function authorizationSentences(
  problem: AuthorizationProblem,
  request: { readonly header: string; readonly dateMissing: boolean },
): string {
  if (problem.kind === 'component')
    return `Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '${hashed(problem.component)}'.`
  const missing = problem.kind === 'no-space' ? COMPONENTS : problem.missing
  if (missing.length === 0) return NOT_CONFORMING
  const sentences = missing.map((name) => `Authorization header requires '${name}' parameter.`)
  if (request.dateMissing) sentences.push(DATE_REQUIRED)
  return `${sentences.join(' ')} ${hashedHeader(request.header)}`
}

const hashed = (text: string) => createHash('sha256').update(text, 'latin1').digest('base64')

const hashedHeader = (header: string) =>
  `(Hashed with SHA-256 and encoded with Base64) Authorization=${hashed(header)}`

function scopeSentence({ part, given, expected }: ScopeProblem): string {
  switch (part) {
    case 'region':
      return `Credential should be scoped to a valid region, not '${given}'.`
    case 'service':
      return `Credential should be scoped to correct service: '${expected}'.`
    case 'terminator':
      return `Credential should be scoped with a valid terminator: '${expected}', not '${given}'.`
  }
}

function skewSentence({ requestedAt, now, window }: Skew): string {
  const request = printAmzDate(requestedAt)
  const server = printAmzDate(now)
  const minutes = window / 60_000
  return requestedAt < now
    ? `Signature expired: ${request} is now earlier than ${printAmzDate(now - window)} (${server} - ${minutes} min.)`
    : `Signature not yet current: ${request} is still later than ${printAmzDate(now + window)} (${server} + ${minutes} min.)`
}

function unsignedSentence(name: string | undefined): string {
  const header = name === 'host' ? "'Host' or ':authority'" : `'${name}'`
  return `${header} must be a 'SignedHeader' in the AWS Authorization.`
}
