/** A body as the recording keeps it: text where it is text, capped, redacted. */
import { isUtf8 } from 'node:buffer'
import type { RecordedBody } from './recording.ts'
import type { Redactor } from './redactor.ts'

/** Bytes of one body that a recording keeps. */
export const bodyCap = 65_536

/** In these bodies secrets have their places; bytes that are no UTF-8 (a character cut in half) do not hide them. */
const textual = /json|xml|html|text|urlencoded/i

export function recordedBody(
  body: Buffer,
  contentType: string | undefined,
  redactor: Redactor,
): RecordedBody {
  const size = body.length
  if (size === 0) return { size }
  const kept = body.subarray(0, bodyCap)
  const cut = size > bodyCap ? { cut: true as const } : {}
  const text = kept.toString('utf8')
  const isText = textual.test(contentType ?? '') || isUtf8(wholeCharacters(kept))
  if (!isText) return { size, base64: kept.toString('base64'), ...cut }
  return { size, text: redactor.body(text), ...cut }
}

/** Without a last character of which the cut has left only the beginning (RFC 3629: up to four bytes). */
function wholeCharacters(bytes: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back)
    if (byte < 0x80) return bytes
  }
  return bytes
}
