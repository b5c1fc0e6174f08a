/** The rows as lines for people. */
import type { Row } from './rowsOf.ts'
import type { Started } from './startTime.ts'
import type { Workload } from './workloads/workload.ts'

export type Starts = Readonly<Record<'local' | 'http', Started>>

const legend =
  'Server CPU per request; x = ratio to the limit (Fastify + verified signature + MD5) in the same rounds.'

export const table = (
  workloads: readonly Workload[],
  rows: readonly Row[],
  starts: Starts | undefined,
): string[] => [
  ...(workloads.length > 0 ? [legend] : []),
  ...workloads.flatMap(({ id, name }) => [
    `${id} ${name}`,
    ...rows.filter(({ workload }) => workload === id).map(rowLine),
  ]),
  ...(starts ? [startLine('local', starts.local), startLine('http', starts.http)] : []),
]

const rowLine = ({ connections, target, cpuMicros, ratio, perSecond, p50Ms, failed }: Row) =>
  [
    `  c${connections}`.padEnd(6),
    target.padEnd(16),
    `${cpuMicros.toFixed(1)} µs`.padStart(10),
    `x${ratio.toFixed(2)}`.padStart(7),
    `${perSecond.toFixed(0)}/s`.padStart(9),
    `p50 ${p50Ms.toFixed(3)} ms`.padStart(14),
    failed > 0 ? `  ${failed} FAILED` : '',
  ].join(' ')

const startLine = (hops: string, { toReadyMs, toFirstAnswerMs, idleRssMiB }: Started): string =>
  `W9 ${hops}: ready after ${toReadyMs.toFixed(0)} ms, first signed answer after ${toFirstAnswerMs.toFixed(0)} ms; W10: ${idleRssMiB.toFixed(0)} MiB idle`
