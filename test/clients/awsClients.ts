/**
 * The clients of this machine, found as `hopscope doctor` finds them. One that is absent is skipped, counted and
 * named; unless HOPSCOPE_MUST_HAVE names it, as CI does: then its absence is a failure.
 */
import { delimiter } from 'node:path'
import { questions } from '#cli/doctor/clients.ts'
import { type Answered, firstAnswer } from '#cli/doctor/firstAnswer.ts'

export type ClientId = keyof typeof questions

export async function findClient(id: ClientId): Promise<Answered | undefined> {
  const found = await firstAnswer(questions[id], process.env['PATH'])
  if (!found) mustHave(id, 'it is not on PATH')
  return found
}

/** Each version once, in the order of PATH. */
export async function findEvery(id: ClientId): Promise<Answered[]> {
  const found = new Map<string, Answered>()
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const answered = await firstAnswer(questions[id], folder)
    if (answered && !found.has(answered.version)) found.set(answered.version, answered)
  }
  if (found.size === 0) mustHave(id, 'it is not on PATH')
  return [...found.values()]
}

export function mustHave(what: ClientId | 'confinement', because: string): void {
  const needed = (process.env['HOPSCOPE_MUST_HAVE'] ?? '').split(' ')
  if (needed.includes(what)) throw new Error(`${what} is needed here: ${because}`)
}

/** AWS_ENDPOINT_URL came with 1.29 of the AWS CLI, 2.13, and 1.28 of boto3 [K]. */
const firstReaders: Readonly<Partial<Record<ClientId, number>>> = {
  'aws-v1': 29,
  'aws-v2': 13,
  boto3: 28,
}

/** Older ones are led by the rule sets that `hopscope env` writes. */
export function readsEndpointVariable(id: ClientId, { version }: Answered): boolean {
  const [, minor = 0] = version.split('.').map(Number)
  return minor >= (firstReaders[id] ?? 0)
}
