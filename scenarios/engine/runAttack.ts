/** Runs one attack on a sandbox of its own and judges how it ended. */
import type { RecordedEvent } from '#kernel/trace/recording.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import type { Seed } from '#sandbox/seed/seed.ts'
import type { Services } from '#sandbox/startServices.ts'
import { stateDifferences, wholeState } from '#sandbox/wholeState.ts'
import type { Wiretap } from '#sandbox/wiretap.ts'
import { type Answer, isAccepted } from './answer.ts'
import type { Acted, Attack, Attacked, Attempt } from './attack.ts'
import { condition } from './condition.ts'
import { exchangesOf } from './exchanges.ts'
import { createRawSender } from './rawSender.ts'
import type { AttackReport, HopCheck } from './scenario.ts'
import { patched } from './seedPatch.ts'

/** What a scenario opens for each of its attacks: a fresh sandbox, and its world in it. */
export interface Ground<W> {
  readonly world: W
  readonly sandbox: Sandbox
  readonly services: Services
  close(): Promise<void>
}

export interface AttackGround<W> {
  readonly seed: Seed
  readonly open: (seed: Seed, wiretap: Wiretap) => Promise<Ground<W>>
  readonly signal?: AbortSignal | undefined
}

export interface RanAttack {
  readonly report: AttackReport
  readonly recording: readonly RecordedEvent[]
  /** What the conditions were judged by; absent where it did not come to the attack. */
  readonly attempt: Attempt | undefined
}

/** Throws `AttackDoesNotFit` before anything is opened. */
export async function runAttack<W>(
  attack: Attack<W>,
  { seed, open, signal }: AttackGround<W>,
): Promise<RanAttack> {
  const patchedSeed = patched(seed, attack.patch?.(seed) ?? {})
  const wiretap: Wiretap = {}
  const ground = await open(patchedSeed, wiretap)
  try {
    const { world, sandbox, services } = ground
    const send = createRawSender({ origins: () => ownOrigins(ground), signal })
    const attacked = (body: () => Promise<Answer>) => around(services, body)
    const acted = await outcomeOf(() =>
      attack.act({ world, seed: patchedSeed, sandbox, services, wiretap, send, attacked }),
    )
    signal?.throwIfAborted()
    const recording = sandbox.recording()
    if (acted instanceof Error)
      return { report: brokenOff(attack, acted), recording, attempt: undefined }
    const made = attemptOf(acted, recording)
    return { report: reportOf(attack, made), recording, attempt: made }
  } finally {
    await ground.close()
  }
}

/** The public ports, and the internal listeners that the services have for each other. */
function ownOrigins({ sandbox, services }: Ground<unknown>): readonly string[] {
  const internal = Object.values(services.ports.addresses())
  return [
    ...Object.values(sandbox.endpoints),
    ...internal.map(({ host, port }) => `http://${host}:${port}`),
  ]
}

async function around(services: Services, body: () => Promise<Answer>): Promise<Attacked> {
  const before = await wholeState(services)
  const answer = await body()
  const after = await wholeState(services)
  return {
    answer,
    differences: stateDifferences(before, after),
    compared: after.entries.size + after.blobs.length,
  }
}

/** The legitimate path may be refused too: then the attack proves nothing, and says so. */
async function outcomeOf(act: () => Promise<Acted>): Promise<Acted | Error> {
  try {
    return await act()
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

function reportOf<W>(attack: Attack<W>, attempt: Attempt): AttackReport {
  const { id, hop, party, expects } = attack
  const conditions = judged(attack, attempt)
  const { status, message } = attempt.answer
  return {
    id,
    hop,
    party,
    outcome: expects.outcome,
    status: expects.outcome === 'offline' ? null : status,
    code: codeOf(attack, attempt),
    verdict: conditions.every(({ holds }) => holds) ? 'passed' : 'failed',
    message,
    changed: attempt.changed,
    conditions,
  }
}

function codeOf<W>({ expects }: Attack<W>, { answer }: Attempt): string | null {
  if (expects.outcome !== 'accepted') return answer.code
  return isAccepted(answer) ? 'accepted' : answer.code
}

const brokenOff = <W>(
  { id, hop, party, expects }: Attack<W>,
  { message }: Error,
): AttackReport => ({
  id,
  hop,
  party,
  outcome: expects.outcome,
  status: null,
  code: null,
  verdict: 'failed',
  message,
  changed: [],
  conditions: [condition('cameToTheAttack', false)],
})

function attemptOf(acted: Acted, recording: readonly RecordedEvent[]): Attempt {
  const { answer, differences = [], compared = 0, others = {}, changed = [], facts = {} } = acted
  return {
    answer,
    differences,
    compared,
    others,
    changed,
    facts,
    exchanges: exchangesOf(recording),
  }
}

/** All conditions of an attack, those of every attack first. */
export function judged<W>(
  { expects, conditions }: Pick<Attack<W>, 'expects' | 'conditions'>,
  attempt: Attempt,
): readonly HopCheck[] {
  return [...conditions(attempt), ...always(expects, attempt)]
}

function always(
  expects: Attack<unknown>['expects'],
  { answer, differences, compared }: Attempt,
): HopCheck[] {
  const { status, code } = answer
  if (expects.outcome === 'offline') return [condition('foundOffline', code !== null)]
  if (expects.outcome === 'accepted')
    return [condition('acceptedAsDeclared', status === expects.status, { status })]
  const { status: expected, code: named } = expects
  return [
    condition('refusedAsDeclared', status === expected && code === named, {
      status: expected,
      code: named,
    }),
    condition('nothingChanged', compared > 0 && differences.length === 0, {
      compared,
      differences: differences.length === 0 ? '0' : differences.join(', '),
    }),
  ]
}
