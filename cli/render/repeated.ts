/** A further request on the same credentials. */
import { printable } from '#i18n/printable.ts'
import { text } from '#i18n/text.ts'
import type { ScenarioEvent } from '#scenarios/engine/scenario.ts'
import { flow } from './flow.ts'
import type { Look } from './look.ts'
import { ranges } from './ranges.ts'

export type Repeated = Extract<ScenarioEvent, { kind: 'repeated' }>

export function renderRepeated({ operation, hops, status }: Repeated, look: Look): string[] {
  const { texts, symbols, paint, width } = look
  const succeeded = status < 400
  const columns = [
    succeeded ? symbols.passed : symbols.failed,
    printable(operation).padEnd(18),
    String(status),
    text(texts.scenario.onlyRepeat, { hops: ranges(hops) }),
  ]
  const lines = flow(columns, width, '   ').map((line) => paint(succeeded ? 'bold' : 'red', line))
  return [...lines, '']
}
