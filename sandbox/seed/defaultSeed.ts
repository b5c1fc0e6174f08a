/** The default seed: sandbox/seed.yaml, which users copy as the start of their own. */
import seed from '../seed.yaml'
import type { Seed } from './seed.ts'

/** A value of the caller's own. It is not checked at every start: a test does that. */
export function defaultSeed(): Seed {
  return structuredClone(seed) as Seed
}
