/** Chance from the operating system: what every sandbox uses unless a scenario asks for a seed. */
import { randomBytes } from 'node:crypto'
import type { Ids } from './ids.ts'
import { idsFrom } from './idsFrom.ts'

/** Forks share the system's source: independent as they are. */
export function systemIds(): Ids {
  const ids: Ids = idsFrom(createDraw(), () => ids)
  return ids
}

/** Asking the system costs as much for sixteen bytes as for some thousands. */
const PORTION = 4096

/** Copies out of the portion and wipes what it gave: no byte is given twice, or kept here. */
function createDraw(): (count: number) => Buffer {
  let portion = Buffer.alloc(0)
  let used = 0
  return (count) => {
    if (count > PORTION) return randomBytes(count)
    if (used + count > portion.length) {
      portion = randomBytes(PORTION)
      used = 0
    }
    const bytes = Buffer.from(portion.subarray(used, used + count))
    portion.fill(0, used, used + count)
    used += count
    return bytes
  }
}
