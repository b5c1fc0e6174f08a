/** Runs a program to its end, as a person's shell would: what it printed and how it ended. */
import { execFile } from 'node:child_process'

export interface Ended {
  /** The exit code; -1 where it was killed or could not be started. */
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface ProgramOptions {
  readonly env: NodeJS.ProcessEnv
  readonly cwd?: string | undefined
  readonly stdin?: string | undefined
}

const patience = 60_000
const mostOutput = 8 * 1024 * 1024

export function runProgram(
  file: string,
  args: readonly string[],
  { env, cwd, stdin = '' }: ProgramOptions,
): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { env, cwd, timeout: patience, maxBuffer: mostOutput }
    const child = execFile(file, args, options, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : -1
      resolve({ code: error ? code : 0, stdout, stderr })
    })
    // A program that does not read what it is given has ended before: its exit code says why.
    child.stdin?.on('error', () => {}).end(stdin)
  })
}
