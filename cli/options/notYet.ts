/** Flags and commands of the contract whose feature is not there yet: known, and refused by name. */
import { type Command, Option } from 'commander'
import type { Texts } from '../texts.ts'
import { UsageError } from '../usageError.ts'

type FlagKey = Exclude<keyof Texts['cli']['notYet'], 'entry'>

interface LaterFlag {
  readonly flags: string
  /** Its name among the parsed options, and of its text. */
  readonly key: FlagKey
}

export const laterFlags = {
  start: [
    { flags: '--data [dir]', key: 'data' },
    { flags: '--store [url]', key: 'store' },
    { flags: '--tls', key: 'tls' },
    { flags: '--open', key: 'open' },
  ],
  scenario: [
    { flags: '--watch', key: 'watch' },
    { flags: '--open', key: 'open' },
    { flags: '--ndjson [file]', key: 'ndjson' },
    { flags: '--junit [file]', key: 'junit' },
    { flags: '--report [file]', key: 'report' },
  ],
} as const satisfies Record<string, readonly LaterFlag[]>

export const laterCommands = {
  why: 'why',
  record: 'recordCommand',
  idp: 'idp',
  explain: 'explain',
  trace: 'trace',
} as const satisfies Record<string, FlagKey>

/** Declared, so that they are no unknown options; hidden, since help shows what works. */
export function declareLaterFlags(command: Command, flags: readonly LaterFlag[]): void {
  for (const { flags: written } of flags) command.addOption(new Option(written).hideHelp())
}

export function refuseLaterFlags(
  command: Command,
  flags: readonly LaterFlag[],
  { cli }: Texts,
): void {
  const given = flags.find(({ key }) => command.getOptionValue(key) !== undefined)
  if (given) throw new UsageError(cli.notYet[given.key])
}

export function declareLaterCommands(program: Command, { cli }: Texts): void {
  for (const [name, key] of Object.entries(laterCommands))
    program
      .command(name, { hidden: true })
      .helpOption(false)
      .allowUnknownOption()
      .allowExcessArguments()
      .action(() => {
        throw new UsageError(cli.notYet[key])
      })
}
