/** `--control`: the control API of a running sandbox. The token goes nowhere but to a sandbox that this machine knows. */
import { text } from '#i18n/text.ts'
import type { Texts } from '../texts.ts'
import { UsageError } from '../usageError.ts'

export function controlUrl({ cli }: Texts) {
  return (value: string): string => {
    if (URL.canParse(value) && /^https?:/.test(value)) return value
    throw new UsageError(text(cli.usage.controlUrl, { value }))
  }
}
