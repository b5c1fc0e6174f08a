/** A request that was signed for AWS itself, sent here by mistake: what a recording may keep of it. */
import type { NewEvent } from './recording.ts'

const shownAtEnds = 4

/** `AKIA************WXYZ`: enough to know which of one's keys it was. */
export function maskedKey(accessKeyId: string): string {
  const hidden = '*'.repeat(Math.max(0, accessKeyId.length - 2 * shownAtEnds))
  return accessKeyId.slice(0, shownAtEnds) + hidden + accessKeyId.slice(-shownAtEnds)
}

/** The event without the key, its signature, and what the request said. */
export function concealKey(event: NewEvent, accessKeyId: string): NewEvent {
  const kept = event.kind === 'request' ? { ...event, body: { size: event.body.size } } : event
  const text = JSON.stringify(kept)
    .replaceAll(accessKeyId, maskedKey(accessKeyId))
    .replaceAll(/(Signature=)[0-9A-Za-z%+/]{8,}/g, '$1<signature>')
  return JSON.parse(text) as NewEvent
}
