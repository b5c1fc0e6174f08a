/** Whether `work` ends within `milliseconds`; if it fails in that time, its failure is thrown. */
import { setTimeout as delay } from 'node:timers/promises'

/** A stop is promised within 2 s; the rest is for the process to end. */
export const stopLimit = 1_500

export async function endsWithin(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  const timer = new AbortController()
  try {
    return await Promise.race([
      work.then(() => true),
      delay(milliseconds, false, { signal: timer.signal }),
    ])
  } finally {
    timer.abort()
  }
}
