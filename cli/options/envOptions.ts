/** What `env` takes. */
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { text } from '#i18n/text.ts'
import type { Texts } from '../texts.ts'
import { UsageError } from '../usageError.ts'
import { livePort } from './livePort.ts'

export interface EnvOptions {
  readonly port?: number
  readonly control?: string
  readonly account?: string
  readonly role?: string
  readonly user?: string
  /** Absolute. */
  readonly home?: string
  readonly json?: true
}

export function declareEnvOptions(command: Command, texts: Texts): void {
  const { help } = texts.cli
  command
    .option('--port <number>', help.envPort, livePort(texts))
    .option('--control <url>', help.envControl, controlUrl(texts))
    .option('--account <id>', help.envAccount, accountId(texts))
    .option('--role <name>', help.envRole)
    .option('--user <name>', help.envUser)
    .option('--home <dir>', help.envHome, folder(texts))
    .option('--json', help.envJson)
}

export const readEnvOptions = (command: Command): EnvOptions => command.opts<EnvOptions>()

function controlUrl({ cli }: Texts) {
  return (value: string): string => {
    if (URL.canParse(value) && /^https?:/.test(value)) return value
    throw new UsageError(text(cli.usage.controlUrl, { value }))
  }
}

function accountId({ cli }: Texts) {
  return (value: string): string => {
    if (/^\d{12}$/.test(value)) return value
    throw new UsageError(text(cli.usage.account, { value }))
  }
}

function folder({ cli }: Texts) {
  return (value: string): string => {
    if (value === '') throw new UsageError(cli.usage.home)
    return resolve(value)
  }
}
