/** The same refusal with more of what was found out: for recordings, never on the wire. */
import { AwsError } from './awsError.ts'

export const withDetail = (
  error: AwsError,
  detail: Readonly<Record<string, unknown>> | undefined,
): AwsError =>
  detail === undefined
    ? error
    : new AwsError({ ...error, message: error.message, detail: { ...error.detail, ...detail } })
