/** What `start` takes. */
import type { Command } from 'commander'
import type { Texts } from '../texts.ts'
import { UsageError } from '../usageError.ts'
import { choice } from './choice.ts'
import { hostName } from './hostName.ts'
import { declareLaterFlags, laterFlags, refuseLaterFlags } from './notYet.ts'
import { port } from './port.ts'
import { wholeNumber } from './wholeNumber.ts'

export interface StartOptions {
  readonly port: number
  readonly host: string
  readonly seed?: string
  readonly hops: 'local' | 'http'
  readonly processes: boolean
  readonly record: boolean
  readonly journal?: number
  readonly json: boolean
  readonly quiet: boolean
}

interface Parsed {
  port?: number
  host?: string
  seed?: string
  hops?: 'local' | 'http'
  processes?: true
  record?: 'on' | 'off'
  journal?: number
  json?: true
  quiet?: true
}

const journalRange = { least: 1, most: 10_000_000 }

export function declareStartOptions(command: Command, texts: Texts): void {
  const { help } = texts.cli
  command
    .option('--port <number>', help.startPort, port(texts))
    .option('--host <address>', help.host, hostName(texts))
    .option('--seed <file>', help.seed)
    .option('--hops <carrier>', help.startHops, choice('--hops', ['local', 'http'], texts))
    .option('--processes', help.processes)
    .option('--record <on|off>', help.record, choice('--record', ['on', 'off'], texts))
    .option('--journal <number>', help.journal, wholeNumber('--journal', journalRange, texts))
    .option('--json', help.startJson)
    .option('--quiet', help.quiet)
  declareLaterFlags(command, laterFlags.start)
}

export function readStartOptions(command: Command, texts: Texts): StartOptions {
  refuseLaterFlags(command, laterFlags.start, texts)
  const { port, host, hops, processes, record, json, quiet, ...rest } = command.opts<Parsed>()
  if (processes && hops === 'local') throw new UsageError(texts.cli.usage.localProcesses)
  return {
    ...rest,
    port: port ?? 4566,
    host: host ?? '127.0.0.1',
    hops: hops ?? (processes ? 'http' : 'local'),
    processes: processes ?? false,
    record: record !== 'off',
    json: json ?? false,
    quiet: quiet ?? false,
  }
}
