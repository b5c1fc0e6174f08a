/** Writes to the target of `--json F`: a file, or stdout for `-`. */
import { writeFileSync } from 'node:fs'
import { text } from '#i18n/text.ts'
import { EnvironmentError } from './environmentError.ts'
import { print } from './print.ts'
import type { Context } from './program.ts'

export function writeOutput(target: string, line: string, { io, texts }: Context): void {
  if (target === '-') {
    print(io.stdout, [line])
    return
  }
  try {
    writeFileSync(target, `${line}\n`)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new EnvironmentError(text(texts.cli.environment.cannotWrite, { file: target, reason }))
  }
}
