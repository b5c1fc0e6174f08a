/** `scenario`: runs one and renders its events while they come. */
import { readSeed } from '#sandbox/seed/readSeed.ts'
import type {
  RunOptions,
  Scenario,
  ScenarioEvent,
  ScenarioReport,
} from '#scenarios/engine/scenario.ts'
import { checkAttack, checkStep, chooseScenario } from '../chooseScenario.ts'
import { endsWithin, stopLimit } from '../endsWithin.ts'
import { type ExitCode, exitCodes } from '../exitCodes.ts'
import { isInteractive } from '../isInteractive.ts'
import type { ScenarioOptions } from '../options/scenarioOptions.ts'
import { print } from '../print.ts'
import type { Context } from '../program.ts'
import { renderCiLines } from '../render/ciLines.ts'
import { type Look, lookOf } from '../render/look.ts'
import { reportJson } from '../render/reportJson.ts'
import { renderScenarioList } from '../render/scenarioList.ts'
import { renderStory } from '../render/story.ts'
import { stopSignal } from '../stopSignal.ts'
import { writeOutput } from '../writeOutput.ts'

export async function scenario(
  name: string | undefined,
  options: ScenarioOptions,
  context: Context,
): Promise<ExitCode> {
  const { io, parts, texts } = context
  const scenarios = await parts.scenarios()
  const interactive = isInteractive(io, options)
  const chosen = options.list ? 'list' : chooseScenario(name, scenarios, { interactive, texts })
  if (chosen === 'list') {
    print(io.stdout, renderScenarioList(scenarios, lookOf(io.stdout, io.env, texts)))
    return exitCodes.ok
  }
  if (options.until !== undefined) checkStep(options.until, chosen, texts)
  if (options.attack !== undefined)
    checkAttack(options.attack, chosen, { hops: options.hops, texts })
  return run(chosen, options, context)
}

async function run(
  chosen: Scenario,
  options: ScenarioOptions,
  context: Context,
): Promise<ExitCode> {
  const { io, texts } = context
  const seed = options.seed === undefined ? undefined : await readSeed(options.seed)
  const stop = stopSignal(io)
  try {
    const running = played(chosen, options, {
      entry: 'cli',
      hops: options.hops,
      seed,
      randomSeed: options.randomSeed,
      onEvent: teller(options, context),
      signal: stop.signal,
    })
    const ended = await Promise.race([running, stop.requested])
    if (!ended) {
      await settle(running)
      print(io.stderr, [`hopscope: ${texts.scenario.interrupted}`])
      return exitCodes.interrupted
    }
    if (options.json !== undefined) writeOutput(options.json, reportJson(ended.report), context)
    return ended.report.failed === 0 ? exitCodes.ok : exitCodes.checkFailed
  } finally {
    stop.release()
  }
}

/** The story, or what is tried against it. */
function played(
  chosen: Scenario,
  { attack, until }: ScenarioOptions,
  options: Omit<RunOptions, 'until'>,
): Promise<{ readonly report: ScenarioReport }> {
  if (attack === undefined) return chosen.run({ ...options, until })
  return chosen.attack({ ...options, only: attack === 'all' ? undefined : attack })
}

/** Texts go to stderr where stdout is for the report. */
function teller(options: ScenarioOptions, { io, texts }: Context): (event: ScenarioEvent) => void {
  const stream = options.json === '-' ? io.stderr : io.stdout
  const look = lookOf(stream, io.env, texts)
  const render = renderer(options, isInteractive(io, options))
  return (event) => print(stream, render(event, look))
}

type Render = (event: ScenarioEvent, look: Look) => string[]

/** Where nobody watches, as in CI; `--run` asks for the whole story wherever it goes. */
function renderer({ ci, run }: ScenarioOptions, interactive: boolean): Render {
  if (ci) return renderCiLines
  return interactive || run ? renderStory : renderCiLines
}

/** The scenario closes its sandbox when its signal aborts: how it ends then is of no more interest. */
async function settle(running: Promise<unknown>): Promise<void> {
  await endsWithin(
    stopLimit,
    running.catch(() => undefined),
  )
}
