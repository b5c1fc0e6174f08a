/** Medians of what was measured, and their ratio to the limit, round by round. */
import type { Measured } from './measure.ts'
import type { Target } from './targets.ts'
import { connectionCounts, type Workload } from './workloads/workload.ts'

export interface Row {
  readonly workload: string
  readonly target: Target
  readonly connections: number
  readonly cpuMicros: number
  /** Median of the rounds' own ratios: a busy minute falls on both sides of one. */
  readonly ratio: number
  readonly perSecond: number
  readonly p50Ms: number
  readonly failed: number
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

export function rowsOf(
  workloads: readonly Workload[],
  targets: readonly Target[],
  measured: readonly Measured[],
): Row[] {
  return workloads.flatMap(({ id }) =>
    connectionCounts.flatMap((connections) => {
      const rounds = measured.filter(
        (each) => each.workload === id && each.connections === connections,
      )
      return targets.map((target) => rowOf(id, connections, target, rounds))
    }),
  )
}

function rowOf(
  workload: string,
  connections: number,
  target: Target,
  rounds: readonly Measured[],
): Row {
  const mine = rounds.filter((each) => each.target === target)
  const limits = rounds.filter((each) => each.target === 'limit')
  const medianOf = (value: (each: Measured) => number) => median(mine.map(value))
  return {
    workload,
    target,
    connections,
    cpuMicros: medianOf(({ cpuMicros }) => cpuMicros),
    ratio: median(mine.map(({ cpuMicros }, round) => cpuMicros / limits[round]!.cpuMicros)),
    perSecond: medianOf(({ perSecond }) => perSecond),
    p50Ms: medianOf(({ p50Ms }) => p50Ms),
    failed: mine.reduce((sum, { failed }) => sum + failed, 0),
  }
}
