/** One call with the AWS CLI: `aws s3api put-object …`; bodies go through files, as the CLI wants them. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AwsClient, ClientAnswer, ClientCall } from './awsClient.ts'
import type { IsolatedEnvironment } from './isolatedEnvironment.ts'
import { type Ended, runProgram } from './runProgram.ts'

export function awsCliClient(file: string, environment: IsolatedEnvironment): AwsClient {
  const bodyFile = join(environment.folder, 'body')
  return async (call) => {
    const { Body, ...input } = call.input ?? {}
    if (Body !== undefined) await writeFile(bodyFile, String(Body))
    const ended = await runProgram(
      file,
      [
        ...(call.through === 'option' ? ['--endpoint-url', call.endpoint] : []),
        ...(call.keys === undefined ? ['--no-sign-request'] : []),
        ...['--output', 'json'],
        ...[commandOf(call), kebab(call.operation)],
        ...Object.entries(input).flatMap(([name, value]) => [`--${kebab(name)}`, String(value)]),
        ...(Body === undefined ? [] : ['--body', bodyFile]),
        ...(call.operation === 'GetObject' ? [bodyFile] : []),
      ],
      {
        env: environment.of(call.keys, call.through === 'environment' ? call.endpoint : undefined),
      },
    )
    if (ended.code !== 0 || call.operation !== 'GetObject') return answerOf(ended)
    return { output: { ...answerOf(ended).output, Body: await readFile(bodyFile, 'utf8') } }
  }
}

const commandOf = ({ service }: ClientCall) => (service === 's3' ? 's3api' : service)

/** `ListObjectsV2` is `list-objects-v2`, and `roleName` is `role-name`. */
const kebab = (operation: string) => operation.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()

function answerOf({ code, stdout, stderr }: Ended): ClientAnswer {
  if (code === 0) return { output: stdout.trim() === '' ? {} : JSON.parse(stdout) }
  const refused = /An error occurred \((\w+)\)/.exec(stderr)?.[1]
  return refused === undefined ? { message: stderr } : { code: refused, message: stderr }
}
