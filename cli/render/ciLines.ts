/** A run as a CI log wants it: one line a hop, details of failures only, the tally last. */
import type { HopReport, ScenarioEvent } from '#scenarios/engine/scenario.ts'
import { attackLines } from './attackLines.ts'
import { flow } from './flow.ts'
import { hopChecks } from './hopChecks.ts'
import { hopColumns } from './hopColumns.ts'
import { type Look, plain } from './look.ts'
import { renderRefused } from './refused.ts'
import { tally } from './tally.ts'

const indent = '       '

export function renderCiLines(event: ScenarioEvent, look: Look): string[] {
  const uncoloured = { ...look, paint: plain }
  switch (event.kind) {
    case 'hop':
      return hopLines(event.hop, uncoloured)
    case 'attacked':
      return attackLines(event.attack, uncoloured)
    case 'refused':
      return renderRefused(event.message, uncoloured)
    case 'ended':
      return [tally(event.report)]
    default:
      return []
  }
}

function hopLines(hop: HopReport, look: Look): string[] {
  const line = flow(hopColumns(hop, look), look.width, indent)
  if (hop.verdict === 'passed') return line
  const broken = hop.checks.filter(({ holds }) => !holds)
  return [...line, ...hopChecks(broken, look, indent)]
}
