/** `--host`: an address, or a name that DNS may know. */
import { isIP } from 'node:net'
import { text } from '#i18n/text.ts'
import type { Texts } from '../texts.ts'
import { UsageError } from '../usageError.ts'

/** RFC 1123 section 2.1. */
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i

export function hostName({ cli }: Texts) {
  return (value: string): string => {
    if (isIP(value) === 0 && !isName(value)) throw new UsageError(text(cli.usage.host, { value }))
    return value
  }
}

/** All digits and dots is an address with a slip in it, no name. */
function isName(value: string): boolean {
  if (value.length > 253 || /^[\d.]+$/.test(value)) return false
  return value.split('.').every((part) => label.test(part))
}
