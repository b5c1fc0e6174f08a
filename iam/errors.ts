/** IAM's refusals in AWS's words. [K] marks texts that are remembered, [inf] those that are ours. */
import { AwsError } from '#kernel/errors/awsError.ts'

/** What `resolveCaller` refuses: each service has its own words for the client. */
const keyRefusal = (code: string, message: string): AwsError =>
  new AwsError({ code, status: 403, message })

const INVALID_TOKEN = 'The security token included in the request is invalid.'

export const unknownAccessKey = (): AwsError => keyRefusal('UnknownAccessKey', INVALID_TOKEN)

export const invalidToken = (): AwsError => keyRefusal('InvalidToken', INVALID_TOKEN)

export const expiredToken = (): AwsError =>
  keyRefusal('ExpiredToken', 'The security token included in the request is expired')

const noSuchEntity = (message: string): AwsError =>
  new AwsError({ code: 'NoSuchEntity', status: 404, message })

export const roleNotFound = (name: string): AwsError =>
  noSuchEntity(`The role with name ${name} cannot be found.`)

export const samlProviderNotFound = (arn: string): AwsError =>
  noSuchEntity(`Manifest not found for arn ${arn}`)

/** [inf] STS's client sees it: the ARN of a managed session policy must be that of a policy. */
export const invalidSessionPolicyArn = (arn: string): AwsError =>
  new AwsError({ code: 'ValidationError', message: `ARN ${arn} is not valid.` })

/** [inf] Likewise: it must be AWS's or of the role's account. */
export const sessionPolicyNotFound = (arn: string): AwsError =>
  new AwsError({
    code: 'MalformedPolicyDocument',
    message: `Policy ${arn} does not exist or is not attachable.`,
  })

export const internalFailure = (): AwsError =>
  new AwsError({
    code: 'ServiceFailure',
    status: 500,
    message: 'The request processing has failed because of an unknown error, exception or failure.',
  })
