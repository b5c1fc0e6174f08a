/** Real time for what happens in the background: batches and watchdogs. Nothing that a service answers depends on it. */
export interface Scheduler {
  /** Runs `task` once, after `ms` milliseconds of real time. Returns the way to call it off. */
  after(ms: number, task: () => void): () => void
}

/** The host's timers; they never keep the process alive. */
export const systemScheduler: Scheduler = {
  after(ms, task) {
    const timer = setTimeout(task, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}
