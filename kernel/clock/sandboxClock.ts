/** The clock of one sandbox: the host's time plus an offset that people move. The only reader of the host's time. */
import type { SandboxClock } from './clock.ts'

/** Reads the machine's time; tests give their own. */
export interface SandboxClockOptions {
  readonly host?: (() => number) | undefined
}

type Listener = (now: number) => void | Promise<void>

/** ECMA-262 21.4.1.1: no date lies further from the epoch, in milliseconds. */
const LAST_INSTANT = 8.64e15

const systemTime = (): number => Date.now()

export function createSandboxClock({ host = systemTime }: SandboxClockOptions = {}): SandboxClock {
  const listeners = new Set<Listener>()
  let offset = 0
  const now = () => host() + offset

  async function moveTo(next: number): Promise<void> {
    if (!Number.isFinite(next) || Math.abs(host() + next) > LAST_INSTANT) {
      throw new RangeError('the clock cannot show that instant')
    }
    offset = next
    await tellAll(listeners, now())
  }

  return {
    now,
    host,
    offset: () => offset,
    async advance(ms) {
      if (!(ms >= 0)) throw new RangeError('the clock only moves forward')
      await moveTo(offset + ms)
    },
    async set(instant) {
      if (!(instant >= now())) throw new RangeError('the clock only moves forward')
      await moveTo(instant - host())
    },
    restore: moveTo,
    onMove(listener) {
      // A wrapper of its own, so that the same function may listen twice and each stops alone.
      const entry: Listener = (instant) => listener(instant)
      listeners.add(entry)
      return () => void listeners.delete(entry)
    },
  }
}

/** In the order of registration, one after the other; a failing listener does not keep the others from being told. */
async function tellAll(listeners: ReadonlySet<Listener>, now: number): Promise<void> {
  const failures: unknown[] = []
  for (const listener of [...listeners]) {
    try {
      await listener(now)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length === 1) throw failures[0]
  if (failures.length > 1) throw new AggregateError(failures, 'listeners of the clock failed')
}
