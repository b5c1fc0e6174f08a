/** Everything wrong with a seed: bounds, then the schema, then what one field says about another. */
import { Value } from '@sinclair/typebox/value'
import { boundsProblem } from './boundsProblem.ts'
import { rules } from './rules/index.ts'
import { schemaProblems } from './schemaProblems.ts'
import { Seed } from './seed.ts'
import type { SeedProblem } from './seedProblem.ts'

/** An empty list means that `value` is a Seed. */
export function checkSeed(value: unknown): SeedProblem[] {
  const unbounded = boundsProblem(value)
  if (unbounded) return [unbounded]
  if (!Value.Check(Seed, value)) return schemaProblems(value)
  return rules.flatMap((rule) => rule(value))
}
