/** Every way in which a signature is refused. Each service family implements this table in its own words. */
import type { AwsError } from '#kernel/errors/awsError.ts'
import type { AuthenticationMechanism } from '../authenticationMechanism.ts'
import type { AuthorizationProblem } from '../parseAuthorization.ts'

/** Names the refusal in `detail.reason`, whatever the style: for recordings and explanations. */
export type SignatureReason =
  | 'MissingAuthentication'
  | 'SeveralMechanisms'
  | 'UnsupportedMechanism'
  | 'NotImplemented'
  | 'RepeatedHeader'
  | 'MalformedAuthorization'
  | 'MalformedCredential'
  | 'WrongScope'
  | 'MalformedScopeDate'
  | 'ScopeDateDiffers'
  | 'MissingDate'
  | 'MalformedDate'
  | 'ClockSkew'
  | 'MissingPayloadHash'
  | 'MalformedPayloadHash'
  | 'UnknownAccessKey'
  | 'InvalidToken'
  | 'ExpiredToken'
  | 'HeadersNotSigned'
  | 'SignatureDoesNotMatch'
  | 'PayloadHashDiffers'

/** A part of the credential scope that is not this service's. */
export interface ScopeProblem {
  readonly part: 'region' | 'service' | 'terminator'
  readonly given: string
  /** Undefined for a region where any well-formed one would do. */
  readonly expected: string | undefined
}

export interface Skew {
  /** When the request says it was signed, the service's clock, and how far apart they may be: milliseconds. */
  readonly requestedAt: number
  readonly now: number
  readonly window: number
}

export interface SignatureMismatch {
  readonly accessKeyId: string
  readonly signature: string
  readonly stringToSign: string
  readonly canonicalRequest: string
}

export interface SignatureErrors {
  /** The service takes no anonymous requests. */
  missingAuthentication(): AwsError
  severalMechanisms(): AwsError
  /** `scheme` is the first word of the header alone: what follows may be a password or a bearer token. */
  unsupportedMechanism(mechanism: AuthenticationMechanism, scheme: string): AwsError
  /** AWS has it, we do not yet: `name` is the header or parameter that asks for it. */
  notImplemented(name: string): AwsError
  repeatedHeader(name: string): AwsError
  /** `dateMissing`: there is neither X-Amz-Date nor Date; some services say all that is wrong at once. */
  malformedAuthorization(
    problem: AuthorizationProblem,
    request: { readonly header: string; readonly dateMissing: boolean },
  ): AwsError
  malformedCredential(credential: string): AwsError
  /** At least one problem, in the order region, service, terminator. */
  wrongScope(problems: readonly ScopeProblem[]): AwsError
  /** Undefined where the service only ever compares it with the request's date. */
  malformedScopeDate(given: string): AwsError | undefined
  scopeDateDiffers(given: string, amzDate: string): AwsError
  missingDate(header: string): AwsError
  malformedDate(given: string): AwsError
  clockSkew(skew: Skew): AwsError
  missingPayloadHash(): AwsError
  malformedPayloadHash(given: string): AwsError
  unknownAccessKey(accessKeyId: string): AwsError
  invalidToken(token: string): AwsError
  expiredToken(token: string): AwsError
  /** Names in lower case, `host` or `x-amz-…`. */
  headersNotSigned(names: readonly string[]): AwsError
  signatureDoesNotMatch(mismatch: SignatureMismatch): AwsError
  payloadHashDiffers(declared: string, computed: string): AwsError
}
