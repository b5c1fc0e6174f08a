/** Real time that passes only when a test says so. */
import type { Scheduler } from '#kernel/clock/scheduler.ts'

export interface ManualScheduler extends Scheduler {
  /** Runs what falls due within the next `ms`, in order. */
  pass(ms: number): void
  /** How many tasks wait. */
  waiting(): number
}

export function manualScheduler(): ManualScheduler {
  const tasks = new Map<() => void, number>()
  let now = 0

  function nextDue(until: number): (() => void) | undefined {
    const [first] = [...tasks].filter(([, due]) => due <= until).sort((a, b) => a[1] - b[1])
    return first?.[0]
  }

  return {
    after(ms, task) {
      const once = () => task()
      tasks.set(once, now + ms)
      return () => void tasks.delete(once)
    },
    pass(ms) {
      const until = now + ms
      for (let task = nextDue(until); task; task = nextDue(until)) {
        now = tasks.get(task) ?? now
        tasks.delete(task)
        task()
      }
      now = until
    },
    waiting: () => tasks.size,
  }
}
