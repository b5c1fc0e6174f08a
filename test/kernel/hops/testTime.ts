/** A clock that stands still until told, and ids that count: what tests inject. */
import type { Clock } from '#kernel/clock/clock.ts'
import type { Ids } from '#kernel/ids/ids.ts'

export interface TestClock extends Clock {
  advance(ms: number): void
}

export function testClock(start = Date.UTC(2026, 10, 24, 12, 0, 0)): TestClock {
  let now = start
  return {
    now: () => now,
    advance(ms) {
      now += ms
    },
  }
}

export function testIds(prefix: string): Ids {
  let drawn = 0
  const next = (length: number) => `${prefix}${(++drawn).toString(16)}`.padStart(length, '0')
  const hex = (digits: number) => Buffer.from(next(digits)).toString('hex').slice(-digits)
  return {
    bytes: (count) => Buffer.from(hex(2 * count), 'hex'),
    uuid: () => next(36),
    hex,
    base32: next,
    alphanumeric: next,
    secretAccessKey: () => next(40),
    fork: (purpose) => testIds(`${prefix}/${purpose}/`),
  }
}
