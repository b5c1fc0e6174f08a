/** The clients of this machine, found as `hopscope doctor` finds them. One that is absent is skipped, counted and named. */
import { questions } from '#cli/doctor/clients.ts'
import { type Answered, firstAnswer } from '#cli/doctor/firstAnswer.ts'

export type ClientId = keyof typeof questions

export const findClient = (id: ClientId): Promise<Answered | undefined> =>
  firstAnswer(questions[id], process.env['PATH'])

/** AWS_ENDPOINT_URL came with 1.29 of the AWS CLI and 2.13 [K]: older ones must be told by a flag. */
export function readsEndpointVariable({ version }: Answered): boolean {
  const [major, minor = 0] = version.split('.').map(Number)
  return minor >= (major === 1 ? 29 : 13)
}
