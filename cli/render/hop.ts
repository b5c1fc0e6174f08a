/** A hop in full: its line, what was checked, and until when what it issued lives. */
import { text } from '#i18n/text.ts'
import type { HopReport } from '#scenarios/engine/scenario.ts'
import { renderBadges } from './badges.ts'
import { flow } from './flow.ts'
import { hopChecks } from './hopChecks.ts'
import { hopColumns } from './hopColumns.ts'
import type { Look } from './look.ts'
import { ranges } from './ranges.ts'
import { clockTime, shortDuration } from './time.ts'
import { wrap } from './wrap.ts'

const indent = '       '

export function renderHop(hop: HopReport, look: Look): string[] {
  return [
    ...title(hop, look),
    ...meaning(hop, look),
    ...hopChecks(hop.checks, look, indent),
    ...renderBadges(hop.badges ?? [], look, indent),
    ...lifetime(hop, look),
    '',
  ]
}

function title(hop: HopReport, look: Look): string[] {
  const { texts, paint, width } = look
  const post = hop.post.length > 0 ? text(texts.scenario.post, { steps: ranges(hop.post) }) : ''
  const format = hop.verdict === 'passed' ? 'bold' : 'red'
  return flow([...hopColumns(hop, look), post], width, indent).map((line) => paint(format, line))
}

/** One sentence of the story; a hop of a scenario that has none goes without. */
function meaning({ to, operation }: HopReport, { texts, width }: Look): string[] {
  const sentences: Readonly<Record<string, string>> = texts.scenario.hopMeaning
  const key = `${to}:${operation}`
  return Object.hasOwn(sentences, key) ? wrap(sentences[key]!, width, indent) : []
}

function lifetime({ expiresAt, at }: HopReport, { texts, paint, width }: Look): string[] {
  if (expiresAt === null) return []
  const { validUntil, validUntilAlone } = texts.scenario
  const sentence =
    at === undefined
      ? text(validUntilAlone, { until: clockTime(expiresAt) })
      : text(validUntil, { until: clockTime(expiresAt, at), left: leftAt(at, expiresAt) })
  return wrap(sentence, width, indent).map((line) => paint('cyan', line))
}

const leftAt = (at: string, expiresAt: string) =>
  shortDuration(Date.parse(expiresAt) - Date.parse(at))
