/** One transaction: reads its own writes over the picture at its begin, and leaves what it did to the timeline to commit. */
import type { Outcome } from '#kernel/journal/outcome.ts'
import { deepFreeze } from './deepFreeze.ts'
import { checkKey, entryKey } from './entryKey.ts'
import { Conflict } from './errors.ts'
import { type EntryTree, entryAt, getEntry, listEntries } from './readEntries.ts'
import type { Write } from './sink.ts'
import type { ChangedKey, Collection, Entry, PutOptions, Scope, Transaction } from './store.ts'

export interface TransactionBase {
  readonly accounts: readonly string[]
  readonly entries: EntryTree
  /** The instant of all its reads: nothing expires half-way. */
  readonly now: number
}

/** A transaction from the store's side. */
export interface OpenTransaction extends TransactionBase {
  readonly handle: Transaction
  /** `entries` with the writes; `entries` itself while there are none. */
  tree: EntryTree
  /** By place in the tree, the last write of each. */
  readonly writes: Map<string, Write>
  /** By place, what the journal will name: what came and went within the transaction nobody ever saw. */
  readonly touched: Map<string, ChangedKey>
  readonly outcomes: Outcome[]
  isOpen: boolean
}

export function openTransaction({ accounts, entries, now }: TransactionBase): OpenTransaction {
  const transaction: OpenTransaction = {
    accounts,
    entries,
    now,
    tree: entries,
    writes: new Map(),
    touched: new Map(),
    outcomes: [],
    isOpen: true,
    handle: {
      async get(collection, scope, key) {
        mustBeOpen(transaction)
        return getEntry(transaction.tree, now, collection, scope, key)
      },
      async list(collection, scope, range = {}) {
        mustBeOpen(transaction)
        return listEntries(transaction.tree, now, collection, scope, range)
      },
      async put(collection, scope, key, value, options = {}) {
        put(transaction, collection, scope, key, value, options)
      },
      async delete(collection, scope, key, { ifVersion } = {}) {
        return remove(transaction, collection, scope, key, ifVersion)
      },
      audit(outcome) {
        mustBeOpen(transaction)
        mustHold(transaction, outcome.account)
        transaction.outcomes.push(deepFreeze(outcome))
      },
    },
  }
  return transaction
}

function put<T>(
  transaction: OpenTransaction,
  collection: Collection<T>,
  scope: Scope,
  key: string,
  value: T,
  { ifVersion, expiresAt }: PutOptions,
): void {
  mustBeOpen(transaction)
  mustHold(transaction, scope.account)
  checkKey(collection, key)
  const place = entryKey(collection, scope, key)
  const version = entryAt(transaction.tree, transaction.now, place)?.version
  if (ifVersion !== undefined && ifVersion !== (version ?? null)) {
    throw new Conflict(collection.name, key)
  }
  const entry: Entry<T> = {
    key,
    value: deepFreeze(value),
    version: (version ?? 0) + 1,
    ...(expiresAt === undefined ? undefined : { expiresAt }),
  }
  writableTree(transaction).set(place, Object.freeze(entry))
  transaction.writes.set(place, { collection: collection.name, scope, key, entry })
  transaction.touched.set(place, changedKey(collection, scope, key))
}

function remove(
  transaction: OpenTransaction,
  collection: Collection<unknown>,
  scope: Scope,
  key: string,
  ifVersion: number | undefined,
): boolean {
  mustBeOpen(transaction)
  mustHold(transaction, scope.account)
  const place = entryKey(collection, scope, key)
  const version = entryAt(transaction.tree, transaction.now, place)?.version
  if (ifVersion !== undefined && ifVersion !== version) throw new Conflict(collection.name, key)
  if (version === undefined) return false
  writableTree(transaction).delete(place)
  transaction.writes.set(place, { collection: collection.name, scope, key, entry: undefined })
  if (entryAt(transaction.entries, transaction.now, place)) {
    transaction.touched.set(place, changedKey(collection, scope, key))
  } else {
    transaction.touched.delete(place)
  }
  return true
}

const changedKey = (
  { name }: Collection<unknown>,
  { account, region }: Scope,
  key: string,
): ChangedKey => ({ collection: name, account, region, key })

function writableTree(transaction: OpenTransaction): EntryTree {
  if (transaction.tree === transaction.entries) transaction.tree = transaction.entries.clone()
  return transaction.tree
}

function mustBeOpen(transaction: OpenTransaction): void {
  if (!transaction.isOpen) throw new Error('INVARIANT: the transaction is over')
}

/** Without the lock, a write could overwrite what another transaction is just deciding on. */
function mustHold({ accounts }: OpenTransaction, account: string): void {
  if (accounts.includes(account)) return
  throw new Error(`INVARIANT: the transaction did not lock account '${account}'`)
}
