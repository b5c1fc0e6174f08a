/** When a request says that it was signed: X-Amz-Date or, where there is none, Date. */
import { parseAmzDate } from './amzDate.ts'

export interface RequestDate {
  /** As sent. */
  readonly text: string
  /** Milliseconds since the epoch; undefined where the text is no date. */
  readonly at: number | undefined
}

export function requestDate(headers: ReadonlyMap<string, string>): RequestDate | undefined {
  const amzDate = headers.get('x-amz-date')
  if (amzDate !== undefined) return { text: amzDate, at: parseAmzDate(amzDate) }
  const date = headers.get('date')
  if (date !== undefined) return { text: date, at: parseAmzDate(date) ?? parseHttpDate(date) }
  return undefined
}

/** RFC 9110 5.6.7, IMF-fixdate; `+0000` for `GMT` is what mail libraries write. */
function parseHttpDate(text: string): number | undefined {
  const fixdate = text.endsWith(' +0000') ? `${text.slice(0, -6)} GMT` : text
  const instant = Date.parse(fixdate)
  if (Number.isNaN(instant) || new Date(instant).toUTCString() !== fixdate) return undefined
  return instant
}
