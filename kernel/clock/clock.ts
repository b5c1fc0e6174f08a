/** Time, as every service sees it: the sandbox's clock, which people move forward to watch things expire. */
export interface Clock {
  /** Milliseconds since the epoch, by the sandbox. */
  now(): number
}

/** The clock of one sandbox: the host's clock plus an offset. */
export interface SandboxClock extends Clock {
  /** Milliseconds since the epoch, by the machine that we run on. */
  host(): number
  /** How far the sandbox is ahead of the host, in milliseconds. */
  offset(): number
  /** Moves forward by `ms` (never back: going back is a snapshot) and tells the listeners. */
  advance(ms: number): Promise<void>
  /** Moves forward to `instant` (milliseconds since the epoch). */
  set(instant: number): Promise<void>
  /** Back to an `offset()` of before, together with the snapshot taken then; tells the listeners. */
  restore(offset: number): Promise<void>
  /**
   * Called after each move, in order of registration, one after the other; `advance` resolves when
   * all have. Returns the way to stop listening.
   */
  onMove(listener: (now: number) => void | Promise<void>): () => void
}
