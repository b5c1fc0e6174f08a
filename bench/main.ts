/** `npm run bench`: rows beside the limit, in one interleaved run. See readOptions.ts for its command line. */
import { existsSync } from 'node:fs'
import { endOnSignals } from './endWithUs.ts'
import { loadProcess } from './load.ts'
import { measureWorkloads } from './measureWorkloads.ts'
import { help, type Options, readOptions } from './readOptions.ts'
import { rowsOf } from './rowsOf.ts'
import { serve } from './serve.ts'
import { command, measureStarts } from './startTime.ts'
import { type Starts, table } from './table.ts'
import type { Target } from './targets.ts'

const ok = 0
const requestsFailed = 1
const wrongUsage = 2
const cannotMeasure = 3

const say = (line: string) => process.stderr.write(`${line}\n`)
const print = (text: string) => process.stdout.write(`${text}\n`)

async function main(args: readonly string[]): Promise<number> {
  const options = optionsOrSentence(args)
  if (typeof options === 'string') {
    say(`${options}\n\n${help}`)
    return wrongUsage
  }
  if (options.help) {
    print(help)
    return ok
  }
  if (options.start && !existsSync(command)) {
    say(`${command} is not there: run npm run build first, or choose other rows with --only`)
    return cannotMeasure
  }
  return run(options)
}

function optionsOrSentence(args: readonly string[]): Options | string {
  try {
    return readOptions(args)
  } catch (error) {
    return (error as Error).message
  }
}

async function run(options: Options): Promise<number> {
  endOnSignals()
  const { workloads, targets, start, json } = options
  const starts = start ? await allStarts() : undefined
  const rows = rowsOf(workloads, targets, await measureWorkloads(options, say))
  print(json ? JSON.stringify({ rows, start: starts }) : table(workloads, rows, starts).join('\n'))
  return rows.some(({ failed }) => failed > 0) ? requestsFailed : ok
}

async function allStarts(): Promise<Starts> {
  say('W9, W10: three starts each')
  return { local: await measureStarts('local'), http: await measureStarts('http') }
}

const [mode, ...rest] = process.argv.slice(2)
if (mode === 'serve') await serve(rest[0] as Target)
else if (mode === 'load') loadProcess()
else process.exitCode = await main(process.argv.slice(2))
