/** The value of a flag that takes one of a few words. */
import { nearest } from '#i18n/nearest.ts'
import { text } from '#i18n/text.ts'
import type { Texts } from '../texts.ts'
import { UsageError } from '../usageError.ts'

export function choice<T extends string>(name: string, words: readonly T[], { cli }: Texts) {
  return (value: string): T => {
    const found = words.find((word) => word === value)
    if (found !== undefined) return found
    const near = nearest(value, words)
    const known = words.join(', ')
    throw new UsageError(
      near === undefined
        ? text(cli.usage.choice, { name, known, value })
        : text(cli.usage.choiceNear, { name, known, value, near }),
    )
  }
}
