/** Refusals of the access portal, in AWS's words. The exceptions of its 403 and 500 are in no model. */
import { AwsError } from '#kernel/errors/awsError.ts'

export const invalidRequest = (message: string): AwsError =>
  new AwsError({ code: 'InvalidRequestException', message })

export const invalidSession = (because: string): AwsError =>
  new AwsError({
    code: 'UnauthorizedException',
    status: 401,
    message: 'Session token not found or invalid',
    detail: { because },
  })

/** One answer for what is not assigned and for what does not exist. */
export const noAccess = (because: string, detail: Readonly<Record<string, unknown>> = {}) =>
  new AwsError({
    code: 'ForbiddenException',
    status: 403,
    message: 'No access',
    detail: { because, ...detail },
  })

/** STS or IAM cannot be reached, or does not answer in time. */
export const dependencyFailed = (because: string, detail: Readonly<Record<string, unknown>>) =>
  new AwsError({
    code: 'InternalServerException',
    status: 500,
    message: 'An unexpected error occurred.',
    detail: { because, ...detail },
  })
