/** Outcomes that nobody waits for (reads, mostly), gathered until the next commit or for 50 ms, whichever is sooner. */

import type { Scheduler } from '#kernel/clock/scheduler.ts'
import type { Outcome } from '#kernel/journal/outcome.ts'
import { deepFreeze } from './deepFreeze.ts'

const MAX_DELAY_MS = 50

export interface OutcomeBatch {
  add(outcome: Outcome): void
  /** What has gathered; the batch is empty afterwards. */
  take(): readonly Outcome[]
}

const NONE: readonly Outcome[] = []

export function outcomeBatch(scheduler: Scheduler, onDue: () => void): OutcomeBatch {
  let gathered: Outcome[] = []
  let isScheduled = false

  function due(): void {
    isScheduled = false
    if (gathered.length > 0) onDue()
  }

  return {
    add(outcome) {
      gathered.push(deepFreeze(outcome))
      if (isScheduled) return
      isScheduled = true
      scheduler.after(MAX_DELAY_MS, due)
    },
    take() {
      if (gathered.length === 0) return NONE
      const taken = gathered
      gathered = []
      return taken
    },
  }
}
