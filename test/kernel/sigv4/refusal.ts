/** The AwsError that something throws, for a look at all of it. */
import { AwsError } from '#kernel/errors/awsError.ts'

export function refusal(act: () => unknown): AwsError {
  try {
    act()
  } catch (error) {
    if (error instanceof AwsError) return error
    throw error
  }
  throw new Error('was not refused')
}

/** What goes on the wire of it. */
export const onWire = ({ code, status, message, members }: AwsError) => ({
  code,
  status,
  message,
  members,
})
