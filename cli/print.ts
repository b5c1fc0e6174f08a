/** Lines to a stream. */
import { text } from '#i18n/text.ts'
import type { OutputStream } from './io.ts'
import type { Texts } from './texts.ts'

export function print(stream: OutputStream, lines: readonly string[]): void {
  if (lines.length > 0) stream.write(lines.map((line) => `${line}\n`).join(''))
}

/** Something that the user should know and that stops nothing. */
export function warn(stream: OutputStream, sentence: string, { cli }: Texts): void {
  print(stream, [`hopscope: ${text(cli.warning, { text: sentence })}`])
}
