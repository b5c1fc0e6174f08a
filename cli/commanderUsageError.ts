/** Commander's refusals as ours: one sentence in the language, with what was probably meant. */
import type { Command, CommanderError } from 'commander'
import { nearest } from '#i18n/nearest.ts'
import { text } from '#i18n/text.ts'
import type { Texts } from './texts.ts'
import { UsageError } from './usageError.ts'

/** Help and version end the command by an error too: that one stays as it is. */
export function commanderUsageError(
  error: CommanderError,
  command: Command,
  texts: Texts,
): CommanderError | UsageError {
  if (error.exitCode === 0) return error
  const { usage } = texts.cli
  // Commander has no field for the word; its sentence quotes it.
  const name = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  switch (error.code) {
    case 'commander.unknownOption':
      return unknownOption(name, command, texts)
    case 'commander.optionMissingArgument':
      return new UsageError(
        text(usage.missingValue, { name: name.split(' ')[0] ?? name, command: command.name() }),
      )
    case 'commander.excessArguments':
      return new UsageError(text(usage.tooMany, { command: command.name() }))
    default:
      return new UsageError(text(usage.other, { reason: error.message.replace(/^error: /, '') }))
  }
}

function unknownOption(name: string, command: Command, { cli }: Texts): UsageError {
  const known = command.options.flatMap(({ long }) => (long ? [long] : []))
  const near = nearest(name, [...known, '--help'])
  if (near !== undefined)
    return new UsageError(
      text(cli.usage.unknownOptionNear, { command: command.name(), name, near }),
    )
  return new UsageError(
    command.parent
      ? text(cli.usage.unknownOption, { command: command.name(), name })
      : text(cli.usage.unknownOptionOfProgram, { name }),
  )
}

export function unknownCommand(name: string, program: Command, { cli }: Texts): UsageError {
  const near = nearest(
    name,
    program.commands.map((command) => command.name()),
  )
  return new UsageError(
    near === undefined
      ? text(cli.usage.unknownCommand, { name })
      : text(cli.usage.unknownCommandNear, { name, near }),
  )
}
