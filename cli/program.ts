/** The command's tree: what each command takes, and which file runs it (loaded when it is asked for). */
import { Command } from 'commander'
import manifest from '../package.json' with { type: 'json' }
import { commanderUsageError, unknownCommand } from './commanderUsageError.ts'
import { type ExitCode, exitCodes } from './exitCodes.ts'
import { helpIn } from './helpIn.ts'
import type { Io } from './io.ts'
import { declareEnvOptions, readEnvOptions } from './options/envOptions.ts'
import { declareLanguage } from './options/languageOption.ts'
import { declareLaterCommands } from './options/notYet.ts'
import { declareScenarioOptions, readScenarioOptions } from './options/scenarioOptions.ts'
import { declareStartOptions, readStartOptions } from './options/startOptions.ts'
import type { Parts } from './parts.ts'
import type { Texts } from './texts.ts'

export interface Context {
  readonly argv: readonly string[]
  readonly io: Io
  readonly parts: Parts
  readonly texts: Texts
}

type Finish = (code: ExitCode) => void

/** `finish` gets the exit code of the command that ran. */
export function program(context: Context, finish: Finish): Command {
  const { io, texts } = context
  const { help } = texts.cli
  const root = new Command('hopscope')
  root
    .configureOutput({
      writeOut: (written) => io.stdout.write(written),
      writeErr: (written) => io.stderr.write(written),
      outputError: () => {},
      getOutHelpWidth: () => 80,
      getErrHelpWidth: () => 80,
    })
    .configureHelp(helpIn(texts))
    .enablePositionalOptions()
  dress(root, context, { usage: help.programUsage, examples: help.programExamples })
  declareLanguage(root, texts)
  root
    .description(help.program)
    .version(manifest.version, '-V, --version', help.version)
    .helpCommand(false)
  addStart(root, context, finish)
  addScenario(root, context, finish)
  addEnv(root, context, finish)
  addDoctor(root, context, finish)
  declareLaterCommands(root, texts)
  // After the others, which would inherit it.
  return root.allowExcessArguments().action(() => finish(withoutCommand(root, context)))
}

/** Commander comes here with no command, or with a first word that is none. */
function withoutCommand(root: Command, { io, texts }: Context): ExitCode {
  const [word] = root.args
  if (word !== undefined) throw unknownCommand(word, root, texts)
  io.stderr.write(root.helpInformation())
  return exitCodes.usage
}

function addStart(root: Command, context: Context, finish: Finish): void {
  const { help } = context.texts.cli
  const command = root.command('start').description(help.start)
  dress(command, context, { usage: help.commandUsage, examples: help.startExamples })
  declareStartOptions(command, context.texts)
  declareLanguage(command, context.texts)
  command.action(async () => {
    const options = readStartOptions(command, context.texts)
    const { start } = await import('./commands/start.ts')
    finish(await start(options, context))
  })
}

function addScenario(root: Command, context: Context, finish: Finish): void {
  const { help } = context.texts.cli
  const command = root.command('scenario').description(help.scenario)
  dress(command, context, { usage: help.scenarioUsage, examples: help.scenarioExamples })
  declareScenarioOptions(command, context.texts)
  declareLanguage(command, context.texts)
  command.action(async (name: string | undefined) => {
    const options = readScenarioOptions(command, context.texts)
    const { scenario } = await import('./commands/scenario.ts')
    finish(await scenario(name, options, context))
  })
}

function addEnv(root: Command, context: Context, finish: Finish): void {
  const { help } = context.texts.cli
  const command = root.command('env').description(help.env)
  dress(command, context, { usage: help.commandUsage, examples: help.envExamples })
  declareEnvOptions(command, context.texts)
  declareLanguage(command, context.texts)
  command.action(async () => {
    const options = readEnvOptions(command)
    const { env } = await import('./commands/env.ts')
    finish(await env(options, context))
  })
}

function addDoctor(root: Command, context: Context, finish: Finish): void {
  const { help } = context.texts.cli
  const command = root.command('doctor').description(help.doctor)
  dress(command, context, { usage: help.commandUsage, examples: help.doctorExamples })
  command.option('--json', help.doctorJson)
  declareLanguage(command, context.texts)
  command.action(async () => {
    const { doctor } = await import('./commands/doctor.ts')
    finish(await doctor(command.opts<{ json?: true }>(), context))
  })
}

/** What all commands share: help in the language, refusals as UsageError. */
function dress(
  command: Command,
  { texts }: Context,
  { usage, examples }: { usage: string; examples: string },
): void {
  const { titles, help } = texts.cli.help
  command
    .usage(usage)
    .helpOption('-h, --help', help)
    .addHelpText('after', `\n${titles.examples}\n${examples}`)
    .exitOverride((error) => {
      throw commanderUsageError(error, command, texts)
    })
}
