/** One person signs in and creates a bucket: the twelve hops of the CLI entry with a device code. */
import type { Sandbox } from '#sandbox/sandbox.ts'
import { defaultSeed } from '#sandbox/seed/defaultSeed.ts'
import { auditLines } from '#scenarios/engine/auditLines.ts'
import { exchangesOf } from '#scenarios/engine/exchanges.ts'
import { repeatedHops } from '#scenarios/engine/repeatedHops.ts'
import { runAttacks, summaryOf } from '#scenarios/engine/runAttacks.ts'
import { type Ran, runSteps } from '#scenarios/engine/runSteps.ts'
import type { RunOptions, Scenario, ScenarioReport } from '#scenarios/engine/scenario.ts'
import { attacks } from './attacks/index.ts'
import { openWorld } from './openWorld.ts'
import { listBuckets, putObject } from './steps/again.ts'
import { epilogue, steps } from './steps.ts'
import type { World } from './world.ts'

export const createBucket: Scenario = {
  id: 'create-bucket',
  kind: 'tour',
  steps: [...steps.map(({ id }) => id), ...epilogue],
  attacks: attacks.map(summaryOf),
  attack: (options) =>
    runAttacks(
      {
        scenario: createBucket.id,
        attacks,
        seed: options.seed ?? defaultSeed(),
        open: (seed, wiretap) => openWorld(seed, options, wiretap),
      },
      options,
    ),
  run: async (options) => {
    const { world, close } = await openWorld(options.seed ?? defaultSeed(), options)
    try {
      return await play(world, options)
    } finally {
      await close()
    }
  },
}

async function play(world: World, { until, onEvent, signal, entry }: RunOptions) {
  const { sandbox } = world
  onEvent({ kind: 'started', scenario: createBucket.id, endpoints: sandbox.endpoints })
  const ran = await runSteps(steps, {
    world,
    recording: sandbox.recording,
    until,
    signal,
    onHop: (hop) => onEvent({ kind: 'hop', hop }),
  })
  if (ran.failure) onEvent({ kind: 'refused', message: ran.failure.message })
  if (!ran.failure && reaches(until, 'again')) await repeat(world, onEvent)
  if (reaches(until, 'audit'))
    onEvent({ kind: 'audit', records: auditLines(await sandbox.journal()) })
  const report = reportOf(ran, entry)
  onEvent({ kind: 'ended', report })
  return { report, recording: sandbox.recording() }
}

/** Whether a run that stops after `until` gets as far as `step` of the epilogue. */
const reaches = (until: string | undefined, step: (typeof epilogue)[number]): boolean =>
  until === undefined || createBucket.steps.indexOf(until) >= createBucket.steps.indexOf(step)

async function repeat(world: World, onEvent: RunOptions['onEvent']): Promise<void> {
  await again(world.sandbox, 'PutObject', () => putObject(world), onEvent)
  await again(world.sandbox, 'ListBuckets', () => listBuckets(world), onEvent)
}

async function again(
  { recording }: Sandbox,
  operation: string,
  act: () => Promise<void>,
  onEvent: RunOptions['onEvent'],
): Promise<void> {
  const before = exchangesOf(recording()).length
  await act()
  const since = exchangesOf(recording()).slice(before)
  const status = since.at(-1)?.response?.status ?? 0
  onEvent({ kind: 'repeated', operation, hops: repeatedHops(since), status })
}

function reportOf({ hops }: Ran, entry: ScenarioReport['entry']): ScenarioReport {
  const passed = hops.filter(({ verdict }) => verdict === 'passed').length
  return {
    scenario: createBucket.id,
    entry,
    hops,
    attacks: [],
    passed,
    failed: hops.length - passed,
    skipped: 0,
  }
}
