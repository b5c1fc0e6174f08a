/** Chance from the operating system: what every sandbox uses unless a scenario asks for a seed. */
import { randomBytes } from 'node:crypto'
import type { Ids } from './ids.ts'
import { idsFrom } from './idsFrom.ts'

/** Forks share the system's source: independent as they are. */
export function systemIds(): Ids {
  const ids: Ids = idsFrom(randomBytes, () => ids)
  return ids
}
