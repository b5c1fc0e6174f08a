/**
 * `npm run bench`: rows beside the limit, in one interleaved run. Read ratios: absolute figures are the machine's.
 *   --json         one JSON object on stdout
 *   --rounds N     rounds of each target (default 5); medians are printed
 */
import { parseArgs } from 'node:util'
import { loadProcess } from './load.ts'
import { type Measured, measure, startLoader, startServer } from './measure.ts'
import { serve } from './serve.ts'
import { measureStart, type Started } from './startTime.ts'
import { type Target, targets } from './targets.ts'

const requests = { 1: 2_000, 32: 6_000 } as const

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

async function getCallerIdentity(rounds: number, say: (line: string) => void): Promise<Measured[]> {
  const loader = startLoader()
  const servers = []
  for (const target of targets) servers.push(await startServer(target))
  const measured: Measured[] = []
  for (const server of servers) await measure(server, loader, 32, 3_000)
  for (let round = 1; round <= rounds; round++) {
    say(`round ${round} of ${rounds}`)
    for (const server of servers)
      for (const connections of [1, 32] as const)
        measured.push(await measure(server, loader, connections, requests[connections]))
  }
  for (const server of servers) server.stop()
  loader.stop()
  return measured
}

interface Row {
  target: Target
  connections: number
  cpuMicros: number
  ratio: number
  perSecond: number
  p50Ms: number
  failed: number
}

function rowsOf(measured: readonly Measured[]): Row[] {
  const of = (target: Target, connections: number) =>
    measured.filter((each) => each.target === target && each.connections === connections)
  return [1, 32].flatMap((connections) => {
    const limit = median(of('limit', connections).map(({ cpuMicros }) => cpuMicros))
    return targets.map((target) => {
      const mine = of(target, connections)
      const cpuMicros = median(mine.map((each) => each.cpuMicros))
      return {
        target,
        connections,
        cpuMicros,
        ratio: cpuMicros / limit,
        perSecond: median(mine.map((each) => each.perSecond)),
        p50Ms: median(mine.map((each) => each.p50Ms)),
        failed: mine.reduce((sum, each) => sum + each.failed, 0),
      }
    })
  })
}

const tableLine = ({
  target,
  connections,
  cpuMicros,
  ratio,
  perSecond,
  p50Ms,
  failed,
}: Row): string =>
  [
    `c${connections}`.padEnd(4),
    target.padEnd(16),
    `${cpuMicros.toFixed(1)} µs`.padStart(10),
    `x${ratio.toFixed(2)}`.padStart(7),
    `${perSecond.toFixed(0)}/s`.padStart(9),
    `p50 ${p50Ms.toFixed(3)} ms`.padStart(14),
    failed > 0 ? `  ${failed} FAILED` : '',
  ].join(' ')

const startLine = (hops: string, { toReadyMs, toFirstAnswerMs, idleRssMiB }: Started): string =>
  `W9 ${hops}: ready after ${toReadyMs.toFixed(0)} ms, first signed answer after ${toFirstAnswerMs.toFixed(0)} ms; W10: ${idleRssMiB.toFixed(0)} MiB idle`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '5' },
    },
  })
  const say = (line: string) => process.stderr.write(`${line}\n`)
  const start = { local: await measureStart('local'), http: await measureStart('http') }
  const rows = rowsOf(await getCallerIdentity(Math.max(1, Number(values.rounds)), say))
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ getCallerIdentity: rows, start })}\n`)
    return
  }
  const lines = [
    'W1 GetCallerIdentity: server CPU per request, ratio to the limit (Fastify + verified signature + MD5)',
    ...rows.map(tableLine),
    startLine('local', start.local),
    startLine('http', start.http),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

const [command, target] = process.argv.slice(2)
if (command === 'serve') await serve(target as Target)
else if (command === 'load') loadProcess()
else await main()
