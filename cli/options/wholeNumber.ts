/** The value of a flag that takes a whole number. */
import { text } from '#i18n/text.ts'
import type { Texts } from '../texts.ts'
import { UsageError } from '../usageError.ts'

export interface Range {
  readonly least: number
  readonly most: number
}

export function wholeNumber(name: string, { least, most }: Range, { cli }: Texts) {
  return (value: string): number => {
    const number = readWhole(value)
    if (number === undefined || number < least || number > most)
      throw new UsageError(text(cli.usage.number, { name, least, most, value }))
    return number
  }
}

export function readWhole(value: string): number | undefined {
  return /^\d{1,16}$/.test(value) ? Number(value) : undefined
}
