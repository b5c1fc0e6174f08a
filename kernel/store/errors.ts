/** What the store refuses, by name. Broken rules of its use (a bug, not an answer) are plain errors with INVARIANT. */

/** Compare-and-set found another version than the one that the caller had read. */
export class Conflict extends Error {
  constructor(collection: string, key: string) {
    super(`${collection}/${key} was changed by another transaction`)
    this.name = 'Conflict'
  }
}

/** A key that not every store can keep: it holds NUL or half of a surrogate pair. */
export class InvalidKey extends Error {
  constructor(collection: string) {
    super(`a key of ${collection} holds NUL or is not well-formed Unicode`)
    this.name = 'InvalidKey'
  }
}

/** A cursor whose following changes cannot be told without a gap or a lie. Begin again at `START` or at `head()`. */
export class StaleCursor extends Error {
  readonly reason: 'restored' | 'evicted' | 'malformed'

  constructor(reason: 'restored' | 'evicted' | 'malformed') {
    super(STALE_CURSOR[reason])
    this.name = 'StaleCursor'
    this.reason = reason
  }
}

const STALE_CURSOR = {
  restored: 'the cursor points into a history that a restore has left',
  evicted: 'the journal no longer holds all that followed the cursor',
  malformed: 'this is not a cursor of this store',
}

/** A write inside a transaction: it would wait for the lock that its own caller holds. */
export class NestedTransaction extends Error {
  constructor() {
    super('a transaction may not begin another: use the one at hand, or begin it afterwards')
    this.name = 'NestedTransaction'
  }
}

/** The disk refused the commit, or one that this one was built on: nothing of it stands. */
export class NotSaved extends Error {
  constructor(cause?: unknown) {
    super('the commit could not be saved and was taken back', { cause })
    this.name = 'NotSaved'
  }
}

/** The store was closed before the transaction began. */
export class StoreClosed extends Error {
  constructor() {
    super('the store is closed')
    this.name = 'StoreClosed'
  }
}
