/** What `why` takes. */
import type { Command } from 'commander'
import type { Texts } from '../texts.ts'
import { UsageError } from '../usageError.ts'
import { controlUrl } from './controlUrl.ts'
import { livePort } from './livePort.ts'
import { wholeNumber } from './wholeNumber.ts'

export interface WhyOptions {
  readonly port?: number
  readonly control?: string
  readonly list?: true
  readonly nth: number
  readonly json?: true
}

/** As many exchanges as a recording keeps. */
const range = { least: 1, most: 1_000 }

export function declareWhyOptions(command: Command, texts: Texts): void {
  const { help } = texts.cli
  command
    .option('--port <number>', help.envPort, livePort(texts))
    .option('--control <url>', help.envControl, controlUrl(texts))
    .option('--list', help.whyList)
    .option('--nth <number>', help.whyNth, wholeNumber('--nth', range, texts))
    .option('--json', help.whyJson)
}

export function readWhyOptions(command: Command, { cli }: Texts): WhyOptions {
  const { nth, ...rest } = command.opts<Partial<WhyOptions>>()
  if (rest.list && nth !== undefined) throw new UsageError(cli.usage.listOrNth)
  return { ...rest, nth: nth ?? 1 }
}
