/** The last line. Scripts read it, so it is the same in every language. */
import type { ScenarioReport } from '#scenarios/engine/scenario.ts'

export function tally({ passed, failed, skipped }: ScenarioReport): string {
  const skippedToo = skipped > 0 ? `, ${skipped} skipped` : ''
  return `${passed} passed, ${failed} failed${skippedToo}`
}
