/** State: typed collections per account and region, serial transactions per account, a journal in the same commit. */
import type { Outcome } from '#kernel/journal/outcome.ts'

export {
  Conflict,
  InvalidKey,
  NestedTransaction,
  NotSaved,
  StaleCursor,
  StoreClosed,
} from './errors.ts'

/** Where an entry lives. `region` is '' for global services; `account` is '' for what belongs to nobody. */
export interface Scope {
  readonly account: string
  readonly region: string
}

/** A named set of entries of one type; `defineCollection` makes them, services keep theirs in `state.ts`. */
export interface Collection<T> {
  readonly name: string
  readonly _type?: T
}

export interface CollectionTraits {
  /**
   * A refused call may change it all the same: attempt counters, what was used once, what follows the journal. All
   * other collections are after a refusal what they were before; whoever compares leaves these out.
   */
  readonly movesOnRefusal?: true | undefined
}

const moving = new Set<string>()

export function defineCollection<T>(name: string, traits: CollectionTraits = {}): Collection<T> {
  if (traits.movesOnRefusal) moving.add(name)
  return { name }
}

/** Of a collection by its name, as `dump` tells it. */
export const movesOnRefusal = (name: string): boolean => moving.has(name)

export interface Entry<T> {
  readonly key: string
  /** Deep-frozen plain data: a handler makes a new value, it never edits one. Bytes in it are shared, not to be written. */
  readonly value: T
  /** Grows by one with each put of this key; a key that was deleted or expired begins at 1 again. */
  readonly version: number
  /** Milliseconds since the epoch; from that instant on, by the sandbox's clock, the entry is gone. */
  readonly expiresAt?: number
}

/** Keys are in code point order; `after` is exclusive. */
export interface Range {
  readonly prefix?: string | undefined
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

export interface Reader {
  get<T>(collection: Collection<T>, scope: Scope, key: string): Promise<Entry<T> | undefined>
  list<T>(collection: Collection<T>, scope: Scope, range?: Range): Promise<Entry<T>[]>
}

export interface PutOptions {
  /** Compare-and-set: the version that must stand there; null = nothing may. Otherwise `Conflict`. */
  readonly ifVersion?: number | null | undefined
  readonly expiresAt?: number | undefined
}

/**
 * Reads see the picture at the transaction's begin and its own writes. Writes go only to the accounts
 * that it locked. It awaits nothing but its own methods: all other writers of these accounts wait for it.
 */
export interface Transaction extends Reader {
  put<T>(
    collection: Collection<T>,
    scope: Scope,
    key: string,
    value: T,
    options?: PutOptions,
  ): Promise<void>
  /** True if there was something to delete. */
  delete<T>(
    collection: Collection<T>,
    scope: Scope,
    key: string,
    options?: { readonly ifVersion?: number | undefined },
  ): Promise<boolean>
  /** The outcome of this call, in the same commit as its writes. */
  audit(outcome: Outcome): void
}

/** A place in the journal, between two changes: opaque, good for `changes` and `watch` of any account. */
export type Cursor = string & { readonly _cursor: true }

/** Before everything that the journal still holds. */
export const START = '' as Cursor

export interface ChangedKey {
  readonly collection: string
  readonly account: string
  readonly region: string
  readonly key: string
}

/** What one commit did to one account, as the journal keeps it. */
export interface Change {
  readonly account: string
  /** 1, 2, 3 … per account, without gaps. */
  readonly seq: number
  /** The place right after this change. */
  readonly cursor: Cursor
  /** Milliseconds since the epoch, sandbox's clock. */
  readonly at: number
  /** What was put or deleted, each key once. */
  readonly keys: readonly ChangedKey[]
  readonly outcomes: readonly Outcome[]
}

/** An immutable picture of all collections and the journal; taking one costs nothing, keeping it only what changed since. */
export interface Snapshot {
  readonly _snapshot: true
}

/** All that it shows has been saved: what a reader saw is never taken back. */
export interface Store extends Reader {
  /** Runs `body` alone among the writers of `accounts` ('' = global); commits when it returns, drops all when it throws. */
  write<T>(accounts: readonly string[], body: (tx: Transaction) => Promise<T>): Promise<T>
  /** One consistent view. */
  read<T>(body: (reader: Reader) => Promise<T>): Promise<T>
  /** An outcome without a change (a read, a refusal). Batched: in the journal after 50 ms, or at the next commit. */
  audit(outcome: Outcome): void
  /** Up to `limit` commits of one account ('*' = all) after `after`, in order; `StaleCursor` if they cannot be told. */
  changes(account: string, after: Cursor, limit: number): Promise<readonly Change[]>
  /** Commits of one account ('*' = all) after `after`, as they come, until `signal`; `StaleCursor` as in `changes`. */
  watch(account: string, after: Cursor, signal: AbortSignal): AsyncIterable<Change>
  /** The place after the newest change: where to watch from for what comes next. */
  head(): Promise<Cursor>
  snapshot(): Snapshot
  /** The entries of the snapshots that somebody still holds: they can come back, so what they name must be kept. */
  retained(): Iterable<Reader>
  /**
   * Waits for the transactions under way, then everything is as it was: entries, versions, journal.
   * What comes after is a new branch: cursors into the one that was left are refused.
   */
  restore(snapshot: Snapshot): Promise<void>
  /** All entries of all collections, in order: for tests that compare states. */
  dump(): Iterable<{ collection: string; scope: Scope; entry: Entry<unknown> }>
  /** Waits for the transactions under way and saves all outcomes; watchers end when they have seen all. */
  close(): Promise<void>
}
