/** What can be done to a store and its model alike; each command compares what both answer. */
import fc from 'fast-check'
import { expect } from 'vitest'
import {
  type Change,
  Conflict,
  type Entry,
  type Range,
  type Scope,
  type Snapshot,
  type Transaction,
} from '#kernel/store/store.ts'
import {
  ANA,
  type Fixture,
  GLOBAL,
  journalOf,
  LUIS,
  outcomeOf,
  type Thing,
  things,
} from '../storeFixture.ts'
import {
  copyState,
  type Model,
  type ModelEntry,
  modelAll,
  modelChange,
  modelDelete,
  modelGet,
  modelList,
  modelPut,
} from './model.ts'

/** One step of a transaction. */
type Step =
  | {
      readonly do: 'put'
      readonly scope: Scope
      readonly key: string
      readonly lives?: number | undefined
      readonly guard: Guard
    }
  | { readonly do: 'delete'; readonly scope: Scope; readonly key: string; readonly guard: Guard }
  | { readonly do: 'get'; readonly scope: Scope; readonly key: string }
  | { readonly do: 'list'; readonly scope: Scope; readonly range: Range }

/** The version that a compare-and-set names: none, the right one, or a wrong one. */
type Guard = 'none' | 'right' | 'wrong'

const scopes = fc.constantFrom(ANA, LUIS, GLOBAL, { ...ANA, region: 'eu-west-1' })
const keys = fc.constantFrom('', 'a', 'a/', 'a/b', 'ab', 'b', '\ufffd', '\u{1f600}', '\u{1f600}x')
const guards = fc.constantFrom<Guard>('none', 'none', 'none', 'right', 'right', 'wrong')
const ranges: fc.Arbitrary<Range> = fc.record(
  {
    prefix: fc.constantFrom('', 'a', 'a/', '\u{1f600}', 'zz'),
    after: fc.oneof(keys, fc.constantFrom('a0', '\uffff', '\u{10ffff}')),
    limit: fc.integer({ min: 0, max: 5 }),
  },
  { requiredKeys: [] },
)

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('put' as const),
      scope: scopes,
      key: keys,
      lives: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
      guard: guards,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('delete' as const),
      scope: scopes,
      key: keys,
      guard: guards,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('get' as const), scope: scopes, key: keys }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('list' as const), scope: scopes, range: ranges }),
  },
)

export interface Real extends Fixture {
  readonly snapshots: Snapshot[]
}

type Command = fc.AsyncCommand<Model, Real>

export const historyCommands = (): fc.Arbitrary<Command>[] => [
  fc.array(steps, { minLength: 1, maxLength: 5 }).map((plan) => transaction(plan, 'commit')),
  fc.array(steps, { minLength: 1, maxLength: 5 }).map((plan) => transaction(plan, 'commit')),
  fc.array(steps, { minLength: 1, maxLength: 3 }).map((plan) => transaction(plan, 'abort')),
  fc.tuple(scopes, ranges).map(([scope, range]) => list(scope, range)),
  scopes.map(({ account }) => audit(account)),
  fc.integer({ min: 1, max: 10 }).map(advance),
  fc.constant(takeSnapshot),
  fc.nat({ max: 5 }).map(restore),
  fc.constant(compareAll),
]

/** Thrown at the end of a transaction that is meant to leave nothing. */
const ABORT = new Error('abort')

const transaction = (plan: readonly Step[], end: 'commit' | 'abort'): Command => ({
  check: () => true,
  async run(model, { store }) {
    const name = `${++model.counter}`
    const draft = beginDraft(model, name)
    const accounts = [...new Set(plan.map(({ scope }) => scope.account))]
    const [home = ''] = accounts
    const write = store.write(accounts, async (tx) => {
      tx.audit(outcomeOf(home, name))
      for (const step of plan) await runStep(tx, step, draft)
      if (end === 'abort') throw ABORT
    })
    const failure: unknown = await write.then(
      () => undefined,
      (reason: unknown) => reason,
    )
    if (failure === undefined) commitDraft(model, draft, home)
    else if (failure !== ABORT && !(failure instanceof Conflict && draft.expectsConflict))
      throw failure
  },
  toString: () => `${end}(${JSON.stringify(plan)})`,
})

interface Draft extends Model {
  readonly name: string
  readonly before: Model
  /** By place, in the order of first writing. */
  readonly written: Map<string, { readonly scope: Scope; readonly key: string }>
  expectsConflict: boolean
}

const beginDraft = (before: Model, name: string): Draft => ({
  ...before,
  entries: new Map(before.entries),
  name,
  before,
  written: new Map(),
  expectsConflict: false,
})

async function runStep(tx: Transaction, step: Step, draft: Draft): Promise<void> {
  if (step.do === 'list') {
    expect((await tx.list(things, step.scope, step.range)).map(shownReal)).toEqual(
      modelList(draft, step.scope, step.range).map(shownModel),
    )
    return
  }
  const { scope, key } = step
  const current = modelGet(draft, scope, key)
  if (step.do === 'get') {
    const entry = await tx.get(things, scope, key)
    expect(entry && shownReal(entry)).toEqual(current && shownModel(current))
    return
  }
  draft.expectsConflict = step.guard === 'wrong'
  if (step.do === 'put') await runPut(tx, step, draft, current)
  else await runDelete(tx, step, draft, current)
  if (draft.expectsConflict) throw new Error('the store accepted a wrong version')
}

async function runPut(
  tx: Transaction,
  { scope, key, lives, guard }: Extract<Step, { do: 'put' }>,
  draft: Draft,
  current: ModelEntry | undefined,
): Promise<void> {
  const { name } = draft
  const expiresAt = lives === undefined ? undefined : draft.now + lives
  const right = current?.version ?? null
  const wrong = current ? current.version + 1 : 1
  const ifVersion = { none: undefined, right, wrong }[guard]
  await tx.put(things, scope, key, { name }, { ifVersion, expiresAt })
  modelPut(draft, { scope, key, name, expiresAt })
  draft.written.set(JSON.stringify([scope, key]), { scope, key })
}

async function runDelete(
  tx: Transaction,
  { scope, key, guard }: Extract<Step, { do: 'delete' }>,
  draft: Draft,
  current: ModelEntry | undefined,
): Promise<void> {
  const wrong = current ? current.version + 1 : 1
  const ifVersion = { none: undefined, right: current?.version, wrong }[guard]
  expect(await tx.delete(things, scope, key, { ifVersion })).toBe(current !== undefined)
  if (!current) return
  modelDelete(draft, scope, key)
  const place = JSON.stringify([scope, key])
  if (modelGet(draft.before, scope, key)) draft.written.set(place, { scope, key })
  else draft.written.delete(place)
}

function commitDraft(model: Model, draft: Draft, home: string): void {
  flushPending(model)
  model.entries = draft.entries
  const written = [...draft.written.values()]
  const accounts = [...new Set([home, ...written.map(({ scope }) => scope.account)])].sort()
  for (const account of accounts) {
    const keys = written.filter(({ scope }) => scope.account === account).map(({ key }) => key)
    modelChange(model, account, { keys, outcomes: account === home ? [draft.name] : [] })
  }
}

/** The batch of outcomes that had no transaction: one change per account. */
function flushPending(model: Model): void {
  const pending = model.pending.splice(0)
  const accounts = [...new Set(pending.map(({ account }) => account))].sort()
  for (const account of accounts) {
    const outcomes = pending.filter((one) => one.account === account).map(({ name }) => name)
    modelChange(model, account, { keys: [], outcomes })
  }
}

const list = (scope: Scope, range: Range): Command => ({
  check: () => true,
  async run(model, { store }) {
    expect((await store.list(things, scope, range)).map(shownReal)).toEqual(
      modelList(model, scope, range).map(shownModel),
    )
  },
  toString: () => `list(${JSON.stringify([scope, range])})`,
})

const audit = (account: string): Command => ({
  check: () => true,
  async run(model, { store }) {
    const name = `${++model.counter}`
    store.audit(outcomeOf(account, name))
    model.pending.push({ account, name })
  },
  toString: () => `audit(${account})`,
})

const advance = (ms: number): Command => ({
  check: () => true,
  async run(model, { clock }) {
    await clock.advance(ms)
    model.now += ms
  },
  toString: () => `advance(${ms})`,
})

const takeSnapshot: Command = {
  check: () => true,
  async run(model, { store, snapshots }) {
    await store.head()
    flushPending(model)
    snapshots.push(store.snapshot())
    model.snapshots.push(copyState(model))
  },
  toString: () => 'snapshot()',
}

const restore = (which: number): Command => ({
  check: ({ snapshots }) => snapshots.length > 0,
  async run(model, { store, snapshots }) {
    const index = which % snapshots.length
    const [snapshot, state] = [snapshots[index], model.snapshots[index]]
    if (!snapshot || !state) throw new Error('the model lost a snapshot')
    await store.restore(snapshot)
    model.pending.length = 0
    Object.assign(model, copyState(state))
  },
  toString: () => `restore(${which})`,
})

const compareAll: Command = {
  check: () => true,
  run: (model, real) => expectSame(model, real),
  toString: () => 'compareAll()',
}

export async function expectSame(model: Model, { store }: Fixture): Promise<void> {
  expect([...store.dump()].map(({ scope, entry }) => [scope, shownDumped(entry)])).toEqual(
    modelAll(model).map((entry) => [entry.scope, shownModel(entry)]),
  )
  flushPending(model)
  expect((await journalOf(store, '*')).map(shownChange)).toEqual(model.changes)
  for (const account of [ANA.account, LUIS.account, '']) {
    expect((await journalOf(store, account)).map(shownChange)).toEqual(
      model.changes.filter((change) => change.account === account),
    )
  }
}

const shownReal = ({ key, value, version, expiresAt }: Entry<Thing>) => ({
  key,
  name: value.name,
  version,
  expiresAt,
})

/** Everything in these histories is a thing. */
const shownDumped = (entry: Entry<unknown>) => shownReal(entry as Entry<Thing>)

const shownModel = ({ key, name, version, expiresAt }: ModelEntry) => ({
  key,
  name,
  version,
  expiresAt,
})

const shownChange = ({ account, seq, keys, outcomes }: Change) => ({
  account,
  seq,
  keys: keys.map(({ key }) => key),
  outcomes: outcomes.map(({ eventName }) => eventName),
})
