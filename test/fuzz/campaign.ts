/**
 * Many cases against one rule that must hold for each: it ends in an outcome of its own, and soon. Prints one line,
 * `NAME: n tried, f failed, seed s`; HOPSCOPE_FUZZ_SEED repeats a run, HOPSCOPE_FUZZ_COUNT makes it longer.
 */
import fc from 'fast-check'
import { expect } from 'vitest'

/** Milliseconds for one case. */
const slow = 50

export interface Campaign<T> {
  readonly name: string
  readonly cases: fc.Arbitrary<T>
  /** Throws where the rule does not hold; else how the case ended. Both ways must occur, or the cases prove little. */
  readonly holds: (value: T) => Outcome
  readonly count?: number
}

export type Outcome = 'taken' | 'refused'

export const caseCount = (usual = 2_000) => Number(process.env['HOPSCOPE_FUZZ_COUNT'] ?? usual)

export const fuzzSeed = () =>
  Number(process.env['HOPSCOPE_FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

export function campaign<T>({ name, cases, holds, count = caseCount() }: Campaign<T>): void {
  const seed = fuzzSeed()
  let slowest = 0
  const ended: Record<Outcome, number> = { taken: 0, refused: 0 }
  const property = fc.property(cases, (value) => {
    const { outcome, ms } = fastest(() => holds(value))
    ended[outcome]++
    slowest = Math.max(slowest, ms)
    if (ms > slow) throw new Error(`took ${Math.round(ms)} ms`)
  })
  const details = fc.check(property, { numRuns: count, seed })
  report(name, { tried: details.numRuns, failed: details.failed ? 1 : 0, seed, slowest })
  expect(details.failed, fc.defaultReportMessage(details) ?? '').toBe(false)
  expect(ended.taken).toBeGreaterThan(0)
  expect(ended.refused).toBeGreaterThan(0)
}

export interface Tally {
  readonly tried: number
  readonly failed: number
  readonly seed: number
  readonly slowest: number
}

export function report(name: string, { tried, failed, seed, slowest }: Tally): void {
  const line = `${name}: ${tried} tried, ${failed} failed, seed ${seed}`
  process.stdout.write(`${line} (slowest case ${slowest.toFixed(1)} ms)\n`)
}

interface Timed {
  readonly outcome: Outcome
  readonly ms: number
}

/** A case that was slow is tried again alone: the machine may have been busy, or collecting garbage. */
function fastest(run: () => Outcome): Timed {
  let best = timed(run)
  for (let i = 0; i < 3 && best.ms > slow; i++) {
    const again = timed(run)
    if (again.ms < best.ms) best = again
  }
  return best
}

function timed(run: () => Outcome): Timed {
  const began = performance.now()
  const outcome = run()
  return { outcome, ms: performance.now() - began }
}
