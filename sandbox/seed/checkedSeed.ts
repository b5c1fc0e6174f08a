/** A value that must be a seed: returned as one, or refused with all that is wrong with it. */
import { checkSeed } from './checkSeed.ts'
import type { Seed } from './seed.ts'
import { SeedError } from './seedError.ts'

/** @throws {SeedError} */
export function checkedSeed(value: unknown, file?: string): Seed {
  const problems = checkSeed(value)
  if (problems.length > 0) throw new SeedError(problems, file)
  return value as Seed
}
