/** STS's refusals in AWS's words. */
import { AwsError } from '#kernel/errors/awsError.ts'

const validationError = (message: string): AwsError =>
  new AwsError({ code: 'ValidationError', message })

const accessDenied = (message: string, detail: Readonly<Record<string, unknown>> = {}): AwsError =>
  new AwsError({ code: 'AccessDenied', status: 403, message, detail })

const invalidParameterValue = (message: string): AwsError =>
  new AwsError({ code: 'InvalidParameterValue', message })

export const invalidRoleArn = (arn: string): AwsError => validationError(`${arn} is invalid`)

export const invalidRequestArn = (): AwsError => validationError('Request ARN is invalid')

export const durationExceedsRole = (): AwsError =>
  validationError('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.')

export const durationExceedsChaining = (): AwsError =>
  validationError(
    'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
  )

export const rootMayNotAssume = (): AwsError =>
  accessDenied('Roles may not be assumed by root accounts.')

/** [K] The wording of a service principal outside its two uses is ours: AWS lets no client see it. */
export const principalMayNot = (principal: string, action: string): AwsError =>
  accessDenied(`User: ${principal} is not authorized to perform: ${action}`)

export const notAuthorizedWithSaml = (because: string): AwsError =>
  accessDenied('Not authorized to perform sts:AssumeRoleWithSAML', { because })

export const mfaNeedsBoth = (): AwsError =>
  accessDenied(
    'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.',
  )

export const mfaDeviceUnknown = (): AwsError =>
  accessDenied(
    'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.',
  )

export const duplicateTagKeys = (): AwsError =>
  invalidParameterValue('Duplicate tag keys found. Please note that Tag keys are case insensitive.')

export const transitiveKeyNotTagged = (): AwsError =>
  invalidParameterValue('The specified transitive tag key must be included in the requested tags.')

export const transitiveKeyConflicts = (): AwsError =>
  invalidParameterValue(
    "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
  )

/** [K] */
export const sourceIdentityConflicts = (): AwsError =>
  accessDenied(
    'The specified SourceIdentity does not match the SourceIdentity of the calling session.',
  )

export const packedPolicyTooLarge = (percent: number): AwsError =>
  new AwsError({
    code: 'PackedPolicyTooLarge',
    message: `Packed policy consumes ${percent}% of allotted space, please use smaller policy.`,
  })

export const providedContextsNotImplemented = (): AwsError =>
  new AwsError({
    code: 'NotImplemented',
    status: 501,
    message: 'The parameter ProvidedContexts is not implemented.',
  })

type SamlDetail = Readonly<Record<string, unknown>>

export const invalidIdentityToken = (message: string, detail: SamlDetail = {}): AwsError =>
  new AwsError({ code: 'InvalidIdentityToken', message, detail })

export const expiredAssertion = (message: string, detail: SamlDetail = {}): AwsError =>
  new AwsError({ code: 'ExpiredTokenException', message, detail })

export const internalFailure = (): AwsError =>
  new AwsError({
    code: 'InternalFailure',
    status: 500,
    message: 'The request processing has failed because of an unknown error, exception or failure.',
  })
