/** One rule about a seed that already has the form of its schema. */
import type { Seed } from '../seed.ts'
import type { SeedProblem } from '../seedProblem.ts'

export type SeedRule = (seed: Seed) => SeedProblem[]

/** A name and where it stands in the file. */
export interface Placed {
  readonly name: string
  readonly path: string
}
