/** A run as it is told to a person: each event becomes lines. */
import type { ScenarioEvent, ScenarioReport } from '#scenarios/engine/scenario.ts'
import { renderAttacked, renderAttacking } from './attackStory.ts'
import { renderAudit } from './audit.ts'
import { renderCast } from './cast.ts'
import { renderHop } from './hop.ts'
import type { Look } from './look.ts'
import { renderRefused } from './refused.ts'
import { renderRepeated } from './repeated.ts'
import { scenarioTitle } from './scenarioTitle.ts'
import { tally } from './tally.ts'
import { wrap } from './wrap.ts'

export function renderStory(event: ScenarioEvent, look: Look): string[] {
  switch (event.kind) {
    case 'started':
      return opening(event, look)
    case 'hop':
      return renderHop(event.hop, look)
    case 'refused':
      return [...renderRefused(event.message, look), '']
    case 'repeated':
      return renderRepeated(event, look)
    case 'attacking':
      return renderAttacking(event, look)
    case 'attacked':
      return renderAttacked(event.attack, look)
    case 'audit':
      return renderAudit(event.records, look)
    case 'ended':
      return ending(event.report, look)
  }
}

type Started = Extract<ScenarioEvent, { kind: 'started' }>

function opening({ scenario, endpoints }: Started, look: Look): string[] {
  const { texts, paint, width } = look
  return [
    ...wrap(scenarioTitle(scenario, texts), width).map((line) => paint('bold', line)),
    '',
    ...renderCast(endpoints, look),
    ...wrap(texts.scenario.legend, width).map((line) => paint('dim', line)),
    '',
  ]
}

function ending(report: ScenarioReport, { texts, paint, width }: Look): string[] {
  const held = report.failed === 0
  return [...wrap(conclusion(report, texts), width), paint(held ? 'green' : 'red', tally(report))]
}

function conclusion({ attacks, failed }: ScenarioReport, texts: Look['texts']): string {
  const { allAsDeclared, notAllAsDeclared } = texts.attacks
  const { allHold, notAllHold } = texts.scenario
  if (attacks.length > 0) return failed === 0 ? allAsDeclared : notAllAsDeclared
  return failed === 0 ? allHold : notAllHold
}
