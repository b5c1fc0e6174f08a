/** What every test of a store needs: a store on a clock that stands still, two accounts, a collection, outcomes. */
import type { Clock, SandboxClock } from '#kernel/clock/clock.ts'
import { createSandboxClock } from '#kernel/clock/sandboxClock.ts'
import type { Scheduler } from '#kernel/clock/scheduler.ts'
import type { Outcome } from '#kernel/journal/outcome.ts'
import {
  type Change,
  defineCollection,
  type Scope,
  START,
  type Store,
  type Transaction,
} from '#kernel/store/store.ts'
import { type ManualScheduler, manualScheduler } from './manualScheduler.ts'

export interface OpenOptions {
  readonly clock: Clock
  readonly scheduler: Scheduler
  readonly journalCapacity?: number | undefined
  readonly onSlow?: ((slow: { readonly accounts: readonly string[] }) => void) | undefined
}

export type OpenStore = (options: OpenOptions) => Promise<Store>

export interface Fixture {
  readonly store: Store
  readonly clock: SandboxClock
  readonly scheduler: ManualScheduler
}

export const NOON = Date.UTC(2026, 10, 24, 12)

export async function openFixture(
  open: OpenStore,
  options: Omit<OpenOptions, 'clock' | 'scheduler'> = {},
): Promise<Fixture> {
  const clock = createSandboxClock({ host: () => NOON })
  const scheduler = manualScheduler()
  const store = await open({ clock, scheduler, ...options })
  return { store, clock, scheduler }
}

export interface Thing {
  readonly name: string
}

export const things = defineCollection<Thing>('test.things')
export const counters = defineCollection<number>('test.counters')

export const ANA: Scope = { account: '111111111111', region: 'us-east-1' }
export const LUIS: Scope = { account: '222222222222', region: 'us-east-1' }
export const GLOBAL: Scope = { account: '', region: '' }

export const outcomeOf = (account: string, eventName: string): Outcome => ({
  eventId: eventName,
  at: NOON,
  account,
  region: 'us-east-1',
  eventSource: 's3.amazonaws.com',
  eventName,
  caller: { type: 'IAMUser', accountId: account },
  sourceIp: '127.0.0.1',
  userAgent: 'test',
  requestId: eventName,
  requestParameters: { bucketName: 'b' },
  responseElements: null,
  readOnly: false,
  category: 'Management',
})

/** One transaction that puts one thing. */
export const putThing = (store: Store, scope: Scope, key: string, name = key): Promise<void> =>
  store.write([scope.account], (tx) => tx.put(things, scope, key, { name }))

export async function addOne(tx: Transaction, scope: Scope, key: string): Promise<void> {
  const before = await tx.get(counters, scope, key)
  await tx.put(counters, scope, key, (before?.value ?? 0) + 1)
}

export const keysOf = async (store: Store, scope: Scope): Promise<string[]> =>
  (await store.list(things, scope)).map(({ key }) => key)

export const journalOf = (store: Store, account: string): Promise<readonly Change[]> =>
  store.changes(account, START, 10_000)

/** A change in few words: `1 a,b CreateBucket` is number, keys, outcomes. */
export const inShort = ({ seq, keys, outcomes }: Change): string =>
  `${seq} ${keys.map(({ key }) => key).join(',')} ${outcomes.map(({ eventName }) => eventName).join(',')}`
