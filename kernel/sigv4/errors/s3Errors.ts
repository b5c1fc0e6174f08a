/** S3's words for a refused signature. */
import { AwsError, type AwsErrorInit } from '#kernel/errors/awsError.ts'
import { printAmzDate } from '../amzDate.ts'
import { type AuthorizationProblem, COMPONENTS } from '../parseAuthorization.ts'
import type { ScopeProblem, SignatureErrors, SignatureReason } from './signatureErrors.ts'

const UNSUPPORTED =
  'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.'
const SEVERAL =
  'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified'
const MISMATCH =
  'The request signature we calculated does not match the signature you provided. Check your key and signing method.'
const PAYLOAD_HASH =
  'x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER, STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD, STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER or a valid sha256 value.'

export const s3Errors: SignatureErrors = {
  missingAuthentication: () => denied('MissingAuthentication', 'Access Denied'),
  severalMechanisms: () =>
    refusal('SeveralMechanisms', {
      code: 'InvalidArgument',
      message: SEVERAL,
      members: { ArgumentName: 'Authorization' },
    }),
  unsupportedMechanism: (mechanism, scheme) =>
    mechanism === 'header-other'
      ? refusal('UnsupportedMechanism', {
          code: 'InvalidArgument',
          message: 'Unsupported Authorization Type',
          // SIMPLIFICATION: S3 repeats the whole header here, with the password or token in it.
          members: { ArgumentName: 'Authorization', ArgumentValue: scheme },
        })
      : refusal('UnsupportedMechanism', { code: 'InvalidRequest', message: UNSUPPORTED }),
  notImplemented: (name) =>
    refusal('NotImplemented', {
      code: 'NotImplemented',
      status: 501,
      message: 'A header you provided implies functionality that is not implemented',
      members: { Header: name },
    }),
  repeatedHeader: (name) =>
    refusal('RepeatedHeader', {
      code: 'InvalidArgument',
      message: 'Invalid Argument',
      members: { ArgumentName: name },
    }),
  malformedAuthorization: (problem) =>
    problem.kind === 'no-space'
      ? refusal('MalformedAuthorization', {
          code: 'InvalidArgument',
          message: "Authorization header is invalid -- one and only one ' ' (space) required.",
          members: { ArgumentName: 'Authorization' },
        })
      : malformed('MalformedAuthorization', authorizationTail(problem)),
  malformedCredential: (credential) =>
    malformed(
      'MalformedCredential',
      credential.startsWith('/')
        ? 'a non-empty Access Key (AKID) must be provided in the credential.'
        : 'the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".',
    ),
  wrongScope: (problems) => scopeRefusal(firstOf(problems)),
  malformedScopeDate: (given) =>
    malformed(
      'MalformedScopeDate',
      `incorrect date format "${given}". This date in the credential must be in the format "yyyyMMdd".`,
    ),
  scopeDateDiffers: (given, amzDate) =>
    malformed(
      'ScopeDateDiffers',
      `Invalid credential date "${given}". This date is not the same as X-Amz-Date: "${amzDate.slice(0, 8)}".`,
    ),
  missingDate: () => denied('MissingDate', DATE_REQUIRED),
  malformedDate: () => denied('MalformedDate', DATE_REQUIRED),
  clockSkew: ({ requestedAt, now, window }) =>
    refusal('ClockSkew', {
      code: 'RequestTimeTooSkewed',
      status: 403,
      message: 'The difference between the request time and the current time is too large.',
      members: {
        RequestTime: printAmzDate(requestedAt),
        ServerTime: isoSeconds(now),
        MaxAllowedSkewMilliseconds: window,
      },
    }),
  missingPayloadHash: () =>
    refusal('MissingPayloadHash', {
      code: 'InvalidRequest',
      message: 'Missing required header for this request: x-amz-content-sha256',
    }),
  malformedPayloadHash: (given) =>
    refusal('MalformedPayloadHash', {
      code: 'InvalidArgument',
      message: PAYLOAD_HASH,
      members: { ArgumentName: 'x-amz-content-sha256', ArgumentValue: given },
    }),
  unknownAccessKey: (accessKeyId) =>
    refusal('UnknownAccessKey', {
      code: 'InvalidAccessKeyId',
      status: 403,
      message: 'The AWS Access Key Id you provided does not exist in our records.',
      members: { AWSAccessKeyId: accessKeyId },
    }),
  invalidToken: (token) =>
    refusal('InvalidToken', {
      code: 'InvalidToken',
      message: 'The provided token is malformed or otherwise invalid.',
      members: { 'Token-0': token },
    }),
  // The one refusal of a credential that S3 answers with 400 and the other services with 403.
  expiredToken: (token) =>
    refusal('ExpiredToken', {
      code: 'ExpiredToken',
      message: 'The provided token has expired.',
      members: { 'Token-0': token },
    }),
  headersNotSigned: (names) =>
    refusal('HeadersNotSigned', {
      code: 'AccessDenied',
      status: 403,
      message: 'There were headers present in the request which were not signed',
      members: { HeadersNotSigned: names.join(', ') },
    }),
  signatureDoesNotMatch: ({ accessKeyId, signature, stringToSign, canonicalRequest }) =>
    refusal('SignatureDoesNotMatch', {
      code: 'SignatureDoesNotMatch',
      status: 403,
      message: MISMATCH,
      // All that the client needs to find its mistake; never the signature that would have been right.
      members: {
        AWSAccessKeyId: accessKeyId,
        StringToSign: asUtf8(stringToSign),
        SignatureProvided: signature,
        StringToSignBytes: hexBytes(stringToSign),
        CanonicalRequest: asUtf8(canonicalRequest),
        CanonicalRequestBytes: hexBytes(canonicalRequest),
      },
    }),
  payloadHashDiffers: (declared, computed) =>
    refusal('PayloadHashDiffers', {
      code: 'XAmzContentSHA256Mismatch',
      message: "The provided 'x-amz-content-sha256' header does not match what was computed.",
      members: { ClientComputedContentSHA256: declared, S3ComputedContentSHA256: computed },
    }),
}

const DATE_REQUIRED = 'AWS authentication requires a valid Date or x-amz-date header'

const refusal = (reason: SignatureReason, init: AwsErrorInit) =>
  new AwsError({ ...init, detail: { reason } })

const denied = (reason: SignatureReason, message: string) =>
  refusal(reason, { code: 'AccessDenied', status: 403, message })

function malformed(
  reason: SignatureReason,
  tail: string,
  members: Record<string, string> = {},
): AwsError {
  const message = `The authorization header is malformed; ${tail}`
  return refusal(reason, { code: 'AuthorizationHeaderMalformed', message, members })
}

function authorizationTail(problem: Exclude<AuthorizationProblem, { kind: 'no-space' }>) {
  if (problem.kind === 'component')
    return `the authorization component "${problem.component}" is malformed.`
  const [missing] = problem.missing
  return missing !== undefined && problem.count === COMPONENTS.length
    ? `missing ${missing}.`
    : 'the authorization header requires three components: Credential, SignedHeaders, and Signature.'
}

/** S3 names one thing at a time. */
const firstOf = (problems: readonly ScopeProblem[]) =>
  problems.find(({ part }) => part === 'terminator') ??
  problems.find(({ part }) => part === 'service') ??
  problems[0]!

function scopeRefusal({ part, given, expected }: ScopeProblem): AwsError {
  switch (part) {
    case 'terminator':
      return malformed(
        'WrongScope',
        `incorrect terminal "${given}". This endpoint uses "${expected}".`,
      )
    case 'service':
      return malformed(
        'WrongScope',
        `incorrect service "${given}". This endpoint belongs to "${expected}".`,
      )
    case 'region':
      return malformed(
        'WrongScope',
        `the region '${given}' is wrong; expecting '${expected}'`,
        expected === undefined ? {} : { Region: expected },
      )
  }
}

/** `2026-11-05T12:00:00Z` */
const isoSeconds = (instant: number) => `${new Date(instant).toISOString().slice(0, 19)}Z`

const asUtf8 = (bytes: string) => Buffer.from(bytes, 'latin1').toString('utf8')

/** Lower-case hexadecimal bytes, separated by spaces. */
const hexBytes = (bytes: string) =>
  Buffer.from(bytes, 'latin1').toString('hex').replace(/../g, '$& ').trimEnd()
