/** Runs attacks one after the other, tells each as it ends, and counts. */
import type { RecordedEvent } from '#kernel/trace/recording.ts'
import type { Seed } from '#sandbox/seed/seed.ts'
import type { Wiretap } from '#sandbox/wiretap.ts'
import type { Attack, AttackSummary } from './attack.ts'
import { AttackDoesNotFit } from './attackDoesNotFit.ts'
import { type Ground, runAttack } from './runAttack.ts'
import type { AttackOptions, AttackReport, AttacksRan, SkipReason } from './scenario.ts'

export interface Attacking<W> {
  readonly scenario: string
  readonly attacks: readonly Attack<W>[]
  readonly seed: Seed
  readonly open: (seed: Seed, wiretap: Wiretap) => Promise<Ground<W>>
}

export const summaryOf = <W>({ id, hop, party, needsBytesOnAHop }: Attack<W>): AttackSummary => ({
  id,
  hop,
  party,
  needsBytesOnAHop: needsBytesOnAHop === true,
})

export async function runAttacks<W>(
  attacking: Attacking<W>,
  options: AttackOptions,
): Promise<AttacksRan> {
  const { only, onEvent, signal, entry } = options
  const chosen = attacking.attacks.filter(({ id }) => only === undefined || id === only)
  const reports: AttackReport[] = []
  const recordings = new Map<string, readonly RecordedEvent[]>()
  for (const [at, attack] of chosen.entries()) {
    signal?.throwIfAborted()
    onEvent({ kind: 'attacking', attack: summaryOf(attack), n: at + 1, of: chosen.length })
    const { report, recording } = await ranOrSkipped(attack, attacking, options)
    reports.push(report)
    recordings.set(attack.id, recording)
    onEvent({ kind: 'attacked', attack: report })
  }
  const report = tallied(attacking.scenario, entry, reports)
  onEvent({ kind: 'ended', report })
  return { report, recordings }
}

/** One that was asked for by name and does not fit is refused; among all, it is skipped. */
async function ranOrSkipped<W>(
  attack: Attack<W>,
  { seed, open }: Attacking<W>,
  { hops, only, signal }: AttackOptions,
) {
  if (attack.needsBytesOnAHop && hops === 'local') return skipped(attack, 'needsBytesOnAHop')
  try {
    return await runAttack(attack, { seed, open, signal })
  } catch (error) {
    if (!(error instanceof AttackDoesNotFit) || only !== undefined) throw error
    return skipped(attack, error.reason)
  }
}

function skipped<W>({ id, hop, party, expects }: Attack<W>, because: SkipReason) {
  const report: AttackReport = {
    id,
    hop,
    party,
    outcome: expects.outcome,
    status: null,
    code: null,
    verdict: 'skipped',
    message: '',
    changed: [],
    conditions: [],
    because,
  }
  return { report, recording: [] }
}

function tallied(
  scenario: string,
  entry: AttackOptions['entry'],
  attacks: readonly AttackReport[],
): AttacksRan['report'] {
  const count = (verdict: AttackReport['verdict']) =>
    attacks.filter((attack) => attack.verdict === verdict).length
  return {
    scenario,
    entry,
    hops: [],
    attacks,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
  }
}
