/** `--port` of a command that looks for a running sandbox: its gateway's. */
import { text } from '#i18n/text.ts'
import type { Texts } from '../texts.ts'
import { UsageError } from '../usageError.ts'
import { readWhole } from './wholeNumber.ts'

const most = 65_535

export function livePort({ cli }: Texts) {
  return (value: string): number => {
    const number = readWhole(value)
    if (number === undefined || number < 1 || number > most)
      throw new UsageError(text(cli.usage.number, { name: '--port', least: 1, most, value }))
    return number
  }
}
