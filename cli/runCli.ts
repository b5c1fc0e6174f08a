/** One run of the command: arguments and a world in, an exit code out. Every refusal ends here as one sentence. */
import { CommanderError } from 'commander'
import { type ExitCode, exitCodes } from './exitCodes.ts'
import { failure } from './failure.ts'
import type { Io } from './io.ts'
import type { Parts } from './parts.ts'
import { program } from './program.ts'
import { terminalLanguage } from './terminalLanguage.ts'
import { textsIn } from './texts.ts'

export async function runCli(argv: readonly string[], io: Io, parts: Parts): Promise<ExitCode> {
  const texts = textsIn(terminalLanguage(argv, io.env).language)
  let code: ExitCode = exitCodes.ok
  try {
    await program({ argv, io, parts, texts }, (ended) => {
      code = ended
    }).parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    // Help and version were asked for and printed.
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.ok
    const told = failure(error, texts)
    io.stderr.write(told.lines.map((line) => `${line}\n`).join(''))
    return told.code
  }
}
