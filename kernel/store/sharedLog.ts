/**
 * A list that grows at one end and shrinks at the other, of which every older state stays readable:
 * states share one array, and only a second branch of the same state has to copy it.
 */
export interface SharedLog<T> {
  readonly items: T[]
  /** The window of this state; items outside it belong to older or newer ones. */
  readonly first: number
  readonly end: number
}

/** Copying what is left pays once this much in front is dead. */
const COMPACT_FROM = 1024

export const emptyLog = <T>(): SharedLog<T> => ({ items: [], first: 0, end: 0 })

export const logSize = (log: SharedLog<unknown>): number => log.end - log.first

export const firstOf = <T>(log: SharedLog<T>): T | undefined =>
  log.first < log.end ? log.items[log.first] : undefined

export function appended<T>(log: SharedLog<T>, item: T): SharedLog<T> {
  // INVARIANT: an item of the array never changes once written; a state only appends where nobody did.
  const own = log.items.length === log.end ? log : compacted(log)
  own.items.push(item)
  return { items: own.items, first: own.first, end: own.end + 1 }
}

export function withoutFirst<T>(log: SharedLog<T>): SharedLog<T> {
  const rest = { items: log.items, first: log.first + 1, end: log.end }
  return rest.first >= COMPACT_FROM && rest.first > logSize(rest) ? compacted(rest) : rest
}

/** The items from the first that `isAfter`, at most `limit`; `isAfter` must be false up to some item and true from there. */
export function itemsFrom<T>(log: SharedLog<T>, isAfter: (item: T) => boolean, limit: number): T[] {
  let low = log.first
  let high = log.end
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isAfter(log.items[middle] as T)) high = middle
    else low = middle + 1
  }
  return log.items.slice(low, Math.min(log.end, low + Math.max(0, limit)))
}

function compacted<T>(log: SharedLog<T>): SharedLog<T> {
  const items = log.items.slice(log.first, log.end)
  return { items, first: 0, end: items.length }
}
