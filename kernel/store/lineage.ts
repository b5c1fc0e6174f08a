/** The branches that led to the present: each restore begins one, and a cursor is good on its own lineage only. */
import { StaleCursor } from './errors.ts'
import { type Cursor, START } from './store.ts'

/** Oldest first. A branch ends where the next one begins. */
export type Lineage = readonly Branch[]

export interface Branch {
  readonly id: number
  /** The position in the journal at which it left the branch before. */
  readonly since: number
}

/** `branch.position`: nothing else needs to be known to judge it. */
const FORM = /^(\d{1,15})\.(\d{1,15})$/

export const FIRST_LINEAGE: Lineage = [{ id: 1, since: 0 }]

export const currentBranch = (lineage: Lineage): number => lineage.at(-1)?.id ?? 0

export const cursorAt = (branch: number, position: number): Cursor =>
  `${branch}.${position}` as Cursor

/** The position of `cursor`, if it lies in the history that ends at `head`. */
export function positionOf(cursor: Cursor, lineage: Lineage, head: number): number {
  if (cursor === START) return 0
  const { branch, position } = parseCursor(cursor)
  const index = lineage.findLastIndex(({ id }) => id === branch)
  const end = lineage[index + 1]?.since ?? head
  const since = lineage[index]?.since ?? Number.POSITIVE_INFINITY
  if (position < since || position > end) throw new StaleCursor('restored')
  return position
}

export function parseCursor(cursor: Cursor): { branch: number; position: number } {
  const match = FORM.exec(cursor)
  if (!match) throw new StaleCursor('malformed')
  return { branch: Number(match[1]), position: Number(match[2]) }
}
