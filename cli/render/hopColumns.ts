/** What every rendering of a hop begins with: mark, number, who asked whom, operation, status. */
import { printable } from '#i18n/printable.ts'
import type { HopReport } from '#scenarios/engine/scenario.ts'
import type { Look } from './look.ts'

/** The widest route in either language: `navegador -> Identity Center`. */
const routeWidth = 28
/** `StartDeviceAuthorization`. */
const operationWidth = 24

export function hopColumns(hop: HopReport, look: Look): string[] {
  const { symbols } = look
  const mark = hop.verdict === 'passed' ? symbols.passed : symbols.failed
  const status = hop.status === null ? symbols.none : String(hop.status)
  return [
    mark,
    String(hop.n).padStart(2),
    route(hop, look).padEnd(routeWidth),
    printable(hop.operation).padEnd(operationWidth),
    hop.code === null ? status.padEnd(3) : `${status} ${printable(hop.code)}`,
  ]
}

function route({ from, to }: HopReport, { texts, symbols }: Look): string {
  const { parties } = texts.scenario
  return `${parties[from]} ${symbols.arrow} ${parties[to]}`
}
