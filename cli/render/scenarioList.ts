/** `scenario --list`: id, kind and title of each. */
import { text } from '#i18n/text.ts'
import type { Scenario } from '#scenarios/engine/scenario.ts'
import type { Look } from './look.ts'
import { scenarioTitle } from './scenarioTitle.ts'
import { wrap } from './wrap.ts'

export function renderScenarioList(scenarios: readonly Scenario[], look: Look): string[] {
  const { texts, paint, width } = look
  const { list, listHint, kinds } = texts.scenario
  const widest = Math.max(...scenarios.map(({ id }) => id.length))
  const kindWidth = Math.max(...Object.values(kinds).map((kind) => kind.length))
  return [
    paint('bold', list),
    ...scenarios.flatMap(({ id, kind }) => {
      const first = `  ${id.padEnd(widest)}  ${kinds[kind].padEnd(kindWidth)}  `
      return wrap(scenarioTitle(id, texts), width, first, ' '.repeat(first.length))
    }),
    ...scenarios.flatMap((scenario) => attackNames(scenario, look)),
    paint('dim', listHint),
  ]
}

function attackNames({ id, attacks }: Scenario, { texts, width, paint }: Look): string[] {
  if (attacks.length === 0) return []
  const names = attacks.map((attack) => attack.id).join(', ')
  return [paint('bold', text(texts.attacks.list, { scenario: id })), ...wrap(names, width, '  ')]
}
