/**
 * Where a store saves itself. The store keeps all of its state in memory and answers from there; a sink hears of each
 * commit, saves it, and gives everything back at the next start.
 */
import type { LoggedChange } from './changeLog.ts'
import type { Lineage } from './lineage.ts'
import type { Entry, Scope } from './store.ts'

export interface Sink {
  /** What was saved; called once, before anything else. */
  load(): Promise<Saved>
  /**
   * Saves a group of commits, in order and as one: all of them are durable when it resolves, none of them is if it
   * rejects. Not called again before that: what commits meanwhile comes as the next group.
   */
  append(commits: readonly Commit[]): Promise<void>
  /** A restore, all or nothing as well. */
  reset(reset: Reset): Promise<void>
  close(): Promise<void>
}

/** One transaction. Expired entries that were swept on the way are among its writes, but in no change. */
export interface Commit {
  readonly writes: readonly Write[]
  readonly changes: readonly LoggedChange[]
}

/** What stands at a place from now on; `undefined`: nothing. */
export interface Write {
  readonly collection: string
  readonly scope: Scope
  readonly key: string
  readonly entry: Entry<unknown> | undefined
}

/** The way from the state that was left to the one restored. */
export interface Reset {
  readonly lineage: Lineage
  /** Where the two differ, as the restored state has it. */
  readonly writes: readonly Write[]
  /** The journal up to this position stays, what is beyond it goes, and `changes` follow. */
  readonly keepThrough: number
  readonly changes: readonly LoggedChange[]
}

export interface Saved {
  /** Of the last `reset`; undefined if there was none. */
  readonly lineage?: Lineage | undefined
  readonly writes: Iterable<Write>
  /**
   * The journal in the order of positions. A sink may drop old changes, but never the newest of an account:
   * it holds the account's last number.
   */
  readonly changes: Iterable<LoggedChange>
}
