/** The command line of the benchmark. */
import { parseArgs } from 'node:util'
import { type Target, targets } from './targets.ts'
import { workloads } from './workloads/index.ts'
import type { Workload } from './workloads/workload.ts'

export interface Options {
  readonly help: boolean
  readonly json: boolean
  readonly rounds: number
  readonly workloads: readonly Workload[]
  /** The limit is always among them. */
  readonly targets: readonly Target[]
  /** W9 and W10. */
  readonly start: boolean
}

/** Measured together. */
const startRows = ['W9', 'W10']

export const help = [
  'usage: npm run bench -- [--only ID[,ID…]] [--targets NAME[,NAME…]] [--rounds N] [--json]',
  '',
  '  --only IDs   these rows alone:',
  ...workloads.map(({ id, name }) => `                 ${id}  ${name}`),
  `                 ${startRows.join(', ')}  start to first answer, and idle memory (needs npm run build)`,
  `  --targets    of ${targets.slice(1).join(', ')} (default all)`,
  '  --rounds N   rounds of each row (default 5); medians are printed',
  '  --json       one JSON object on stdout; progress is on stderr either way',
  '',
  "Read the ratios: absolute figures are the machine's.",
  'Exit code: 0 measured, 1 requests failed, 2 wrong usage, 3 something is missing to measure with.',
].join('\n')

/** Throws with a sentence for the user. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '5' },
      only: { type: 'string' },
      targets: { type: 'string' },
    },
  })
  const only = values.only?.toUpperCase().split(',')
  refuseUnknownRows(only ?? [])
  return {
    help: values.help,
    json: values.json,
    rounds: roundsOf(values.rounds),
    workloads: workloads.filter(({ id }) => only?.includes(id) ?? true),
    targets: targetsOf(values.targets?.split(',')),
    start: only?.some((id) => startRows.includes(id)) ?? true,
  }
}

/** In the order of the table. */
function targetsOf(chosen: readonly string[] = targets): readonly Target[] {
  const known: readonly string[] = targets
  const unknown = chosen.find((name) => !known.includes(name))
  if (unknown !== undefined)
    throw new Error(`there is no target '${unknown}', only ${targets.join(', ')}`)
  return targets.filter((name) => name === 'limit' || chosen.includes(name))
}

function refuseUnknownRows(ids: readonly string[]): void {
  const known = [...workloads.map(({ id }) => id), ...startRows]
  const unknown = ids.find((id) => !known.includes(id))
  if (unknown !== undefined)
    throw new Error(`there is no row '${unknown}', only ${known.join(', ')}`)
}

function roundsOf(text: string): number {
  if (!/^[1-9][0-9]{0,3}$/.test(text)) throw new Error(`--rounds ${text} is no number of rounds`)
  return Number(text)
}
