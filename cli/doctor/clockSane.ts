/** A clock far off breaks signatures with real clients, whose dates must be near ours. */
import { text } from '#i18n/text.ts'
import type { Texts } from '../texts.ts'
import type { Finding } from './finding.ts'

/** This code was not there before, and will have successors after. */
const earliest = Date.UTC(2026, 0, 1)
const latest = Date.UTC(2100, 0, 1)

export function clockSane(now: number, { cli }: Texts): Finding {
  const instant = new Date(now).toISOString()
  return now >= earliest && now < latest
    ? { id: 'clock', verdict: 'ok', sentence: text(cli.doctor.clockSane, { now: instant }) }
    : { id: 'clock', verdict: 'wrong', sentence: text(cli.doctor.clockWrong, { now: instant }) }
}
