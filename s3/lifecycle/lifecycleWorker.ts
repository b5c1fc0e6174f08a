/**
 * Runs lifecycles once a day, as AWS does: when the sandbox's clock has passed another midnight (UTC), by itself or
 * because somebody moved it.
 */
import type { Clock } from '#kernel/clock/clock.ts'
import type { Scheduler } from '#kernel/clock/scheduler.ts'
import type { Worker } from '#kernel/http/service.ts'
import type { Store } from '#kernel/store/store.ts'
import { applyLifecycle } from './applyLifecycle.ts'

/** How soon a moved clock is noticed. */
export const LOOK_EVERY_MS = 500

const DAY = 86_400_000

export interface LifecycleNeeds {
  readonly store: Store
  readonly clock: Clock
  readonly scheduler: Scheduler
  readonly onFailure: (error: unknown) => void
}

export function lifecycleWorker({ store, clock, scheduler, onFailure }: LifecycleNeeds): Worker {
  const today = () => Math.floor(clock.now() / DAY)
  let day = today()
  let isClosed = false
  let underWay: Promise<void> = Promise.resolve()
  let callOff = scheduler.after(LOOK_EVERY_MS, look)

  function look(): void {
    const now = today()
    const isNewDay = now > day
    day = now
    underWay = (isNewDay ? applyLifecycle(store, clock.now()).catch(onFailure) : underWay).then(
      lookLater,
    )
  }

  function lookLater(): void {
    if (!isClosed) callOff = scheduler.after(LOOK_EVERY_MS, look)
  }

  return {
    async close() {
      isClosed = true
      callOff()
      await underWay
    },
  }
}
