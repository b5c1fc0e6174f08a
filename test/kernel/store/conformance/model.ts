/** The model that a store is compared with: a map of entries and a list of changes, copied whole for a snapshot. */
import type { Range, Scope } from '#kernel/store/store.ts'
import { NOON } from '../storeFixture.ts'

export interface ModelEntry {
  readonly scope: Scope
  readonly key: string
  readonly name: string
  readonly version: number
  readonly expiresAt: number | undefined
}

export interface ModelChange {
  readonly account: string
  readonly seq: number
  readonly keys: readonly string[]
  readonly outcomes: readonly string[]
}

export interface ModelState {
  readonly entries: ReadonlyMap<string, ModelEntry>
  readonly changes: readonly ModelChange[]
}

export interface Model extends ModelState {
  now: number
  entries: Map<string, ModelEntry>
  changes: ModelChange[]
  /** Outcomes that no commit has taken along yet. */
  readonly pending: { readonly account: string; readonly name: string }[]
  /** In the order in which they were taken, as the snapshots of the store are. */
  readonly snapshots: ModelState[]
  /** Counts everything, to make names that do not repeat. */
  counter: number
}

export const newModel = (): Model => ({
  now: NOON,
  entries: new Map(),
  changes: [],
  pending: [],
  snapshots: [],
  counter: 0,
})

const placeOf = (scope: Scope, key: string): string =>
  JSON.stringify([scope.account, scope.region, key])

export function modelGet(model: Model, scope: Scope, key: string): ModelEntry | undefined {
  const entry = model.entries.get(placeOf(scope, key))
  return entry && isLive(entry, model.now) ? entry : undefined
}

export function modelPut(model: Model, entry: Omit<ModelEntry, 'version'>): void {
  const version = (modelGet(model, entry.scope, entry.key)?.version ?? 0) + 1
  model.entries.set(placeOf(entry.scope, entry.key), { ...entry, version })
}

export const modelDelete = (model: Model, scope: Scope, key: string): boolean =>
  model.entries.delete(placeOf(scope, key))

export function modelList(model: Model, scope: Scope, range: Range): ModelEntry[] {
  const { prefix = '', after, limit } = range
  return modelAll(model)
    .filter((entry) => entry.scope.account === scope.account && entry.scope.region === scope.region)
    .filter(({ key }) => key.startsWith(prefix))
    .filter(({ key }) => after === undefined || byCodePoint(key, after) > 0)
    .slice(0, limit)
}

/** All live entries, in the order of a dump. */
export const modelAll = (model: Model): ModelEntry[] =>
  [...model.entries.values()]
    .filter((entry) => isLive(entry, model.now))
    .sort(
      (a, b) =>
        byCodePoint(a.scope.account, b.scope.account) ||
        byCodePoint(a.scope.region, b.scope.region) ||
        byCodePoint(a.key, b.key),
    )

export function modelChange(
  model: Model,
  account: string,
  happened: Pick<ModelChange, 'keys' | 'outcomes'>,
): void {
  const seq = model.changes.filter((change) => change.account === account).length + 1
  model.changes.push({ account, seq, ...happened })
}

export const copyState = (state: ModelState) => ({
  entries: new Map(state.entries),
  changes: [...state.changes],
})

const isLive = ({ expiresAt }: ModelEntry, now: number): boolean =>
  expiresAt === undefined || expiresAt > now

/** Point by point, to share nothing with the order under test. */
function byCodePoint(a: string, b: string): number {
  const left = [...a]
  const right = [...b]
  for (const [n, point] of left.entries()) {
    const other = right[n]
    if (other === undefined) return 1
    const difference = (point.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}
