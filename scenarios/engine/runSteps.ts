/** Runs steps one after the other and reads their hops out of the recording as it grows. */
import { badgeOf } from '#kernel/trace/badge.ts'
import type { RecordedEvent } from '#kernel/trace/recording.ts'
import { exchangesOf } from './exchanges.ts'
import type { HopReport } from './scenario.ts'
import type { FoundHop, HopDefinition, Step } from './steps.ts'

export interface Running<W> {
  readonly world: W
  readonly recording: () => readonly RecordedEvent[]
  readonly onHop: (hop: HopReport) => void
  readonly until?: string | undefined
  readonly signal?: AbortSignal | undefined
}

export interface Ran {
  readonly hops: readonly HopReport[]
  /** What a step threw: a client was refused, or something of ours broke. */
  readonly failure: Error | undefined
}

export async function runSteps<W>(steps: readonly Step<W>[], running: Running<W>): Promise<Ran> {
  const hops: HopReport[] = []
  /** Exchanges of earlier hops. */
  const told = new Set<number>()
  let failure: Error | undefined
  for (const step of upTo(steps, running.until)) {
    running.signal?.throwIfAborted()
    failure ??= await attempt(step, running.world)
    const recording = running.recording()
    const exchanges = exchangesOf(recording)
    for (const definition of step.hops) {
      const found = definition.find(exchanges, running.world)
      const report = { ...reportOf(definition, found), ...badgesOf(found, recording, told) }
      hops.push(report)
      running.onHop(report)
    }
    if (failure && step.hops.length === 0) break
  }
  return { hops: hops.sort((a, b) => a.n - b.n), failure }
}

function upTo<W>(steps: readonly Step<W>[], last: string | undefined): readonly Step<W>[] {
  const end = steps.findIndex(({ id }) => id === last)
  return end < 0 ? steps : steps.slice(0, end + 1)
}

/** A refused client throws; the hops say where and why, so the story goes on to them. */
async function attempt<W>(step: Step<W>, world: W): Promise<Error | undefined> {
  try {
    await step.act(world)
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

function badgesOf(
  found: FoundHop | undefined,
  recording: readonly RecordedEvent[],
  told: Set<number>,
): Pick<HopReport, 'badges'> {
  const fresh = new Set((found?.exchanges ?? []).filter((number) => !told.has(number)))
  for (const number of fresh) told.add(number)
  const badges = recording.flatMap((event) =>
    'exchange' in event && fresh.has(event.exchange) ? (badgeOf(event) ?? []) : [],
  )
  return badges.length > 0 ? { badges } : {}
}

function reportOf<W>(
  { n, post, from, to, operation }: HopDefinition<W>,
  found: ReturnType<HopDefinition<W>['find']>,
): HopReport {
  const checks = found?.checks ?? []
  const passed = found !== undefined && checks.length > 0 && checks.every(({ holds }) => holds)
  return {
    n,
    post,
    from,
    to,
    operation,
    status: found?.status ?? null,
    code: found?.code ?? null,
    verdict: passed ? 'passed' : 'failed',
    checks,
    expiresAt: found?.expiresAt ?? null,
    ...(found?.at !== undefined && { at: new Date(found.at).toISOString() }),
    exchanges: found?.exchanges ?? [],
  }
}
