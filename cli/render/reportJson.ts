/** The report as `--json` writes it: the members that scripts depend on, no others. */
import type { ScenarioReport } from '#scenarios/engine/scenario.ts'

export function reportJson(report: ScenarioReport): string {
  const { scenario, entry, passed, failed, skipped } = report
  const hops = report.hops.map(
    ({ n, from, to, operation, status, code, verdict, expiresAt }) =>
      ({ n, from, to, operation, status, code, verdict, expiresAt }) as const,
  )
  const attacks = report.attacks.map(
    ({ id, hop, party, status, code, verdict }) =>
      ({ id, hop, party, status, code, verdict }) as const,
  )
  return JSON.stringify({ scenario, entry, hops, attacks, passed, failed, skipped })
}
