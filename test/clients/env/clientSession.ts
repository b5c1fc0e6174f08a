/** A client in a process that stays up between calls, as a program of a person does: it keeps its credentials. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { ClientAnswer, ClientCall } from '../awsClient.ts'

export interface ClientSession {
  call(
    service: ClientCall['service'],
    operation: string,
    input?: Readonly<Record<string, unknown>>,
  ): Promise<ClientAnswer>
  end(): void
}

/** The script reads one call a line from stdin and answers each with a line of JSON. */
export function clientSession(
  interpreter: string,
  script: string,
  env: NodeJS.ProcessEnv,
): ClientSession {
  const child = spawn(interpreter, [script], { env, stdio: ['pipe', 'pipe', 'pipe'] })
  const waiting: ((answer: ClientAnswer) => void)[] = []
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  createInterface(child.stdout).on('line', (line) => waiting.shift()?.(JSON.parse(line)))
  child.once('close', () => {
    for (const answer of waiting.splice(0)) answer({ message: said })
  })
  child.stdin.on('error', () => {})
  return {
    call: (service, operation, input = {}) =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve({ message: said })
        waiting.push(resolve)
        child.stdin.write(`${JSON.stringify({ service, operation, input })}\n`)
      }),
    end: () => child.stdin.end(),
  }
}
