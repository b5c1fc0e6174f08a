/** The clock as people move it: durations and instants of ISO 8601, forward only. */
import type { SandboxClock } from '#kernel/clock/clock.ts'
import type { Recorder } from '#kernel/trace/recorder.ts'
import { parseDuration, parseInstant } from './duration.ts'
import type { Sandbox } from './sandbox.ts'

export function controlClock(
  clock: SandboxClock,
  recorder: Recorder | undefined,
): Sandbox['clock'] {
  const moved = async (move: () => Promise<void>) => {
    const from = clock.now()
    await move()
    recorder?.clock(from, clock.now())
    return clock.now()
  }
  return {
    now: () => clock.now(),
    offset: () => clock.offset(),
    advance: (by) => moved(() => clock.advance(typeof by === 'number' ? by : parseDuration(by))),
    set: (to) => moved(() => clock.set(typeof to === 'number' ? to : parseInstant(to))),
  }
}
