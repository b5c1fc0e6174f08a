/** A client in a script of its own process: it reads a call from stdin and prints one line of JSON, `ClientAnswer`. */
import type { AwsClient, ClientAnswer } from './awsClient.ts'
import type { IsolatedEnvironment } from './isolatedEnvironment.ts'
import { runProgram } from './runProgram.ts'

export function scriptedClient(
  interpreter: string,
  script: string,
  environment: IsolatedEnvironment,
): AwsClient {
  return async ({ keys, endpoint, through, ...call }) => {
    const ended = await runProgram(interpreter, [script], {
      env: environment.of(keys, through === 'environment' ? endpoint : undefined),
      stdin: JSON.stringify({ ...call, ...(through === 'option' && { endpoint }) }),
    })
    if (ended.code === 0) return JSON.parse(ended.stdout) as ClientAnswer
    return { message: ended.stderr }
  }
}
