/** The journal as the store holds it: immutable like the entries, a ring over all accounts, numbered per account. */
import { StaleCursor } from './errors.ts'
import { currentBranch, cursorAt, FIRST_LINEAGE, type Lineage, positionOf } from './lineage.ts'
import {
  appended,
  emptyLog,
  firstOf,
  itemsFrom,
  logSize,
  type SharedLog,
  withoutFirst,
} from './sharedLog.ts'
import { emptyTree, type SortedTree } from './sortedTree.ts'
import { type Change, type Cursor, START } from './store.ts'

export interface ChangeLog {
  readonly lineage: Lineage
  /** All accounts, in the order of commit. */
  readonly all: SharedLog<LoggedChange>
  readonly accounts: SortedTree<AccountLog>
  /** Counts changes over all accounts; the position of the newest. */
  readonly position: number
  /** The position of the newest change that the ring has dropped. */
  readonly evicted: number
  /** What the ring holds, in outcomes. */
  readonly weight: number
}

export interface LoggedChange {
  readonly position: number
  readonly change: Change
}

interface AccountLog {
  readonly changes: SharedLog<LoggedChange>
  readonly seq: number
  readonly evicted: number
}

/** A change before it has its numbers. */
export type ChangeDraft = Omit<Change, 'seq' | 'cursor'>

export const EVERY_ACCOUNT = '*'

export const emptyChangeLog = (lineage: Lineage = FIRST_LINEAGE): ChangeLog => ({
  lineage,
  all: emptyLog(),
  accounts: emptyTree(),
  position: 0,
  evicted: 0,
  weight: 0,
})

/** A log that is being made from another; its tree of accounts is its own already. */
type Growing = { -readonly [Member in keyof ChangeLog]: ChangeLog[Member] }

/** One commit: the drafts in order, then the oldest out until `capacity` outcomes are left. */
export function appendChanges(
  log: ChangeLog,
  drafts: readonly ChangeDraft[],
  capacity: number,
): { readonly log: ChangeLog; readonly changes: readonly LoggedChange[] } {
  const next: Growing = { ...log, accounts: log.accounts.clone() }
  const changes = drafts.map((draft) => append(next, numbered(next, draft)))
  evictDownTo(next, capacity)
  return { log: next, changes }
}

/** The journal that a sink kept. What it dropped in between is as if evicted. */
export function loadChangeLog(
  saved: Iterable<LoggedChange>,
  lineage: Lineage | undefined,
  capacity: number,
): ChangeLog {
  const log: Growing = emptyChangeLog(lineage)
  for (const logged of saved) {
    markGapBefore(log, logged)
    append(log, logged)
  }
  evictDownTo(log, capacity)
  return log
}

export const headOf = (log: ChangeLog): Cursor => cursorAt(currentBranch(log.lineage), log.position)

/** Up to `limit` changes after `after`, without a gap; else `StaleCursor`. */
export function changesAfter(
  log: ChangeLog,
  account: string,
  after: Cursor,
  limit: number,
): Change[] {
  const position = positionOf(after, log.lineage, log.position)
  const { changes, evicted } = account === EVERY_ACCOUNT ? wholeLog(log) : accountLog(log, account)
  if (after !== START && position < evicted) throw new StaleCursor('evicted')
  const found = itemsFrom(changes, (item) => item.position > position, limit)
  return found.map(({ change }) => change)
}

function numbered(log: ChangeLog, draft: ChangeDraft): LoggedChange {
  const { account, at, keys, outcomes } = draft
  const position = log.position + 1
  const seq = accountLog(log, account).seq + 1
  const cursor = cursorAt(currentBranch(log.lineage), position)
  return { position, change: Object.freeze({ account, seq, cursor, at, keys, outcomes }) }
}

function append(log: Growing, logged: LoggedChange): LoggedChange {
  const { account, seq } = logged.change
  const { changes, evicted } = accountLog(log, account)
  log.accounts.set(account, { changes: appended(changes, logged), seq, evicted })
  log.all = appended(log.all, logged)
  log.position = logged.position
  log.weight += weightOf(logged.change)
  return logged
}

function evictDownTo(log: Growing, capacity: number): void {
  while (log.weight > capacity && logSize(log.all) > 1) evictFirst(log)
}

function evictFirst(log: Growing): void {
  const oldest = firstOf(log.all)
  if (!oldest) return
  const { account } = oldest.change
  const { changes, seq } = accountLog(log, account)
  const evicted = oldest.position
  log.accounts.set(account, { changes: withoutFirst(changes), seq, evicted })
  log.all = withoutFirst(log.all)
  log.evicted = evicted
  log.weight -= weightOf(oldest.change)
}

function markGapBefore(log: Growing, { position, change }: LoggedChange): void {
  const { account, seq } = change
  const evicted = position - 1
  if (seq !== accountLog(log, account).seq + 1) {
    log.accounts.set(account, { changes: emptyLog(), seq: seq - 1, evicted })
  }
  if (position !== log.position + 1) log.evicted = evicted
}

/** A change without an outcome takes room as well. */
const weightOf = (change: Change): number => Math.max(1, change.outcomes.length)

const wholeLog = ({ all, evicted }: ChangeLog) => ({ changes: all, evicted })

const accountLog = (log: ChangeLog, account: string): AccountLog =>
  log.accounts.get(account) ?? { changes: emptyLog(), seq: 0, evicted: 0 }
