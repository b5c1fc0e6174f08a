/** A body as the recording keeps it: text where it is text, capped, redacted. */
import type { RecordedBody } from './recording.ts'
import type { Redactor } from './redactor.ts'

/** Bytes of one body that a recording keeps. */
export const bodyCap = 65_536

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
  if (text.includes('\uFFFD')) return { size, base64: kept.toString('base64'), ...cut }
  return { size, text: redactor.body(text, contentType ?? ''), ...cut }
}
