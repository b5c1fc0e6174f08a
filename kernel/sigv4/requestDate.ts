/** When a request says that it was signed: X-Amz-Date or, where there is none, Date. */
import { parseAmzDate, printAmzDate } from './amzDate.ts'

export interface RequestDate {
  /** As sent. */
  readonly text: string
  /** Undefined where the text is no date. */
  readonly signed: SignedDate | undefined
}

export interface SignedDate {
  /** The form that the string to sign has, whichever header it came in. */
  readonly amzDate: string
  /** Milliseconds since the epoch. */
  readonly requestedAt: number
}

export function requestDate(headers: ReadonlyMap<string, string>): RequestDate | undefined {
  const amzDate = headers.get('x-amz-date')
  if (amzDate !== undefined) return { text: amzDate, signed: readAmzDate(amzDate) }
  const date = headers.get('date')
  if (date !== undefined) return { text: date, signed: readAmzDate(date) ?? readHttpDate(date) }
  return undefined
}

function readAmzDate(text: string): SignedDate | undefined {
  const requestedAt = parseAmzDate(text)
  return requestedAt === undefined ? undefined : { amzDate: text, requestedAt }
}

/** RFC 9110 5.6.7, IMF-fixdate; `+0000` for `GMT` is what mail libraries write. */
function readHttpDate(text: string): SignedDate | undefined {
  const fixdate = text.endsWith(' +0000') ? `${text.slice(0, -6)} GMT` : text
  const requestedAt = Date.parse(fixdate)
  if (Number.isNaN(requestedAt)) return undefined
  // Date.parse takes much that is no IMF-fixdate; printing it again tells.
  if (new Date(requestedAt).toUTCString() !== fixdate) return undefined
  return { amzDate: printAmzDate(requestedAt), requestedAt }
}
