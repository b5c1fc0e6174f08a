/** Asks each program of a name on PATH for its version, and takes the first answer that fits. */
import { execFile } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

export interface Question {
  readonly names: readonly string[]
  readonly args: readonly string[]
  /** The version in what the program printed. */
  readonly answer: RegExp
}

export interface Answered {
  /** The program that answered. */
  readonly file: string
  readonly version: string
}

const patience = 10_000
const mostOutput = 64 * 1024

/** Several of a name may be on PATH: a version manager's shim, version 1 before version 2. */
export async function firstAnswer(
  { names, args, answer }: Question,
  path: string | undefined,
): Promise<Answered | undefined> {
  const folders = (path ?? '').split(delimiter).filter((folder) => folder !== '')
  for (const file of names.flatMap((name) => folders.map((folder) => join(folder, name)))) {
    if (!(await isProgram(file))) continue
    const version = answer.exec(await output(file, args))?.[1]
    if (version !== undefined) return { file, version }
  }
  return undefined
}

const isProgram = (file: string) =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  )

/** Some print their version on stderr; one that fails or hangs gives no answer. */
function output(file: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(file, args, { timeout: patience, maxBuffer: mostOutput }, (error, stdout, stderr) =>
      resolve(error ? '' : stdout + stderr),
    )
  })
}
