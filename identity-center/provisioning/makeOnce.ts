/** What is there already is what we made ourselves when we were here before: nobody else may make these names. */
import { AwsError } from '#kernel/errors/awsError.ts'

export async function makeOnce(create: () => Promise<unknown>): Promise<void> {
  try {
    await create()
  } catch (error) {
    if (!(error instanceof AwsError && error.code === 'EntityAlreadyExists')) throw error
  }
}
