/** What `scenario` takes. */
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Command } from 'commander'
import { text } from '#i18n/text.ts'
import type { Texts } from '../texts.ts'
import { UsageError } from '../usageError.ts'
import { choice } from './choice.ts'
import { declareLaterFlags, laterFlags, refuseLaterFlags } from './notYet.ts'
import { wholeNumber } from './wholeNumber.ts'

export interface ScenarioOptions {
  readonly list?: true
  readonly run?: true
  readonly ci?: true
  readonly until?: string
  /** An attack by its id, or `all`. */
  readonly attack?: string
  readonly hops: 'local' | 'http'
  readonly seed?: string
  readonly randomSeed?: number
  /** A file, or `-` for stdout. */
  readonly json?: string
}

interface Parsed extends Partial<ScenarioOptions> {
  entry?: 'cli' | 'console' | 'saml-api'
}

const randomSeedRange = { least: 0, most: Number.MAX_SAFE_INTEGER }

export function declareScenarioOptions(command: Command, texts: Texts): void {
  const { help } = texts.cli
  command
    .argument('[name]', help.scenarioName)
    .option('--list', help.list)
    .option('--run', help.run)
    .option('--ci', help.ci)
    .option('--entry <way>', help.entry, choice('--entry', ['cli', 'console', 'saml-api'], texts))
    .option('--until <step>', help.until)
    .option('--attack <id>', help.attack)
    .option('--hops <carrier>', help.scenarioHops, choice('--hops', ['http', 'local'], texts))
    .option('--seed <file>', help.seed)
    .option(
      '--random-seed <number>',
      help.randomSeed,
      wholeNumber('--random-seed', randomSeedRange, texts),
    )
    .option('--json <file>', help.scenarioJson)
  declareLaterFlags(command, laterFlags.scenario)
}

export function readScenarioOptions(command: Command, texts: Texts): ScenarioOptions {
  refuseLaterFlags(command, laterFlags.scenario, texts)
  const { entry, hops, ...rest } = command.opts<Parsed>()
  const { cli } = texts
  if (entry !== undefined && entry !== 'cli')
    throw new UsageError(text(cli.notYet.entry, { value: entry }))
  checkTogether(rest, texts)
  if (rest.json !== undefined) checkFolder(rest.json, texts)
  return { ...rest, hops: hops ?? 'http' }
}

function checkTogether({ list, json, attack, until }: Parsed, { cli }: Texts): void {
  const { listAlone, attackWithUntil } = cli.usage
  if (list && json !== undefined) throw new UsageError(text(listAlone, { name: '--json' }))
  if (list && attack !== undefined) throw new UsageError(text(listAlone, { name: '--attack' }))
  if (attack !== undefined && until !== undefined) throw new UsageError(attackWithUntil)
}

/** Better now than after the run. */
function checkFolder(file: string, { cli }: Texts): void {
  const folder = dirname(file)
  if (file !== '-' && !existsSync(folder))
    throw new UsageError(text(cli.usage.noFolder, { folder }))
}
