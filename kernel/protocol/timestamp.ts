/** The three forms of a date on AWS's wire: ISO 8601 (RFC 3339), HTTP-date (RFC 9110, 5.6.7), epoch seconds. */
import type { TimestampFormat } from './model.ts'

const iso = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):?(\d\d))$/
const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/
const epoch = /^-?\d{1,12}(?:\.\d{1,9})?$/

/** Undefined where the text is no date. Forms and query strings may carry ISO 8601 and epoch alike. */
export function readTimestamp(format: TimestampFormat, text: string): Date | undefined {
  if (format === 'rfc822') return httpDate.test(text) ? valid(new Date(text)) : undefined
  return epoch.test(text) ? valid(new Date(Number(text) * 1000)) : readIso(text)
}

/** Not `Date.parse` alone: it rolls 30 February over to March. */
function readIso(text: string): Date | undefined {
  const parts = iso.exec(text)
  if (!parts) return undefined
  const [, year, month, day, hour, minute, second, fraction = '', sign, hours, minutes] = parts
  const at = Date.UTC(+year!, +month! - 1, +day!, +hour!, +minute!, +second!)
  const date = new Date(at)
  const same = date.getUTCDate() === +day! && date.getUTCHours() === +hour!
  if (!same || +month! > 12 || +minute! > 59 || +second! > 59) return undefined
  const offset = sign ? Number(`${sign}1`) * (+hours! * 60 + +minutes!) * 60_000 : 0
  return valid(new Date(at - offset + Number(`0.${fraction || 0}`) * 1000))
}

const valid = (date: Date): Date | undefined => (Number.isNaN(date.getTime()) ? undefined : date)

/** A number for `unixTimestamp` (JSON writes it bare), text for the others. */
export function writeTimestamp(
  format: TimestampFormat,
  date: Date,
  precision: 'seconds' | 'milliseconds',
): string | number {
  if (format === 'unixTimestamp') return date.getTime() / 1000
  if (format === 'rfc822') return date.toUTCString()
  const text = date.toISOString()
  return precision === 'seconds' ? `${text.slice(0, -5)}Z` : text
}
