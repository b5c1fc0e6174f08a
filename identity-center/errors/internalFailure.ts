/** Something broke on our side, in a form that clients of both APIs understand. */
import { AwsError } from '#kernel/errors/awsError.ts'

const message = 'An unexpected error occurred.'

export const internalFailure = (): AwsError =>
  new AwsError({
    code: 'InternalServerException',
    status: 500,
    message,
    members: { error: 'server_error', error_description: message, message },
  })
