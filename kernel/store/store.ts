/** State: typed collections per account and region, serial transactions per account, a journal in the same commit. */
import type { Outcome } from '#kernel/journal/outcome.ts'

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

export const defineCollection = <T>(name: string): Collection<T> => ({ name })

export interface Entry<T> {
  readonly key: string
  /** Deep-frozen: a handler makes a new value, it never edits one. */
  readonly value: T
  /** Grows by one with each put of this key. */
  readonly version: number
  /** Milliseconds since the epoch; past that by the sandbox's clock the entry is gone. */
  readonly expiresAt?: number
}

/** Keys are in code point order; `after` is exclusive. */
export interface Range {
  readonly prefix?: string
  readonly after?: string
  readonly limit?: number
}

export interface Reader {
  get<T>(collection: Collection<T>, scope: Scope, key: string): Promise<Entry<T> | undefined>
  list<T>(collection: Collection<T>, scope: Scope, range?: Range): Promise<Entry<T>[]>
}

export interface PutOptions {
  /** Compare-and-set: the version that must stand there; null = nothing may. Otherwise `Conflict`. */
  readonly ifVersion?: number | null
  readonly expiresAt?: number
}

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
    options?: { readonly ifVersion?: number },
  ): Promise<boolean>
  /** The outcome of this call, in the same commit as its writes. */
  audit(outcome: Outcome): void
}

/** One commit as the journal keeps it. */
export interface Change {
  readonly account: string
  /** 1, 2, 3 … per account, without gaps. */
  readonly seq: number
  /** Milliseconds since the epoch, sandbox's clock. */
  readonly at: number
  readonly keys: readonly { collection: string; account: string; region: string; key: string }[]
  readonly outcomes: readonly Outcome[]
}

export class Conflict extends Error {
  constructor(collection: string, key: string) {
    super(`${collection}/${key} was changed by another transaction`)
    this.name = 'Conflict'
  }
}

/** An immutable picture of all collections; taking one costs microseconds. */
export interface Snapshot {
  readonly _snapshot: true
}

export interface Store extends Reader {
  /** Runs `body` alone among the writers of `accounts` ('' = global); commits when it returns, drops all when it throws. */
  write<T>(accounts: readonly string[], body: (tx: Transaction) => Promise<T>): Promise<T>
  /** One consistent view. */
  read<T>(body: (reader: Reader) => Promise<T>): Promise<T>
  /** An outcome without a change (a read, a refusal). Batched; see journal. */
  audit(outcome: Outcome): void
  changes(account: string, after: number, limit: number): Promise<readonly Change[]>
  /** Commits of one account ('*' = all) after `after`, as they come, until `signal`. */
  watch(account: string, after: number, signal: AbortSignal): AsyncIterable<Change>
  snapshot(): Snapshot
  restore(snapshot: Snapshot): Promise<void>
  /** All entries of all collections, in order: for tests that compare states. */
  dump(): Iterable<{ collection: string; scope: Scope; entry: Entry<unknown> }>
  close(): Promise<void>
}
