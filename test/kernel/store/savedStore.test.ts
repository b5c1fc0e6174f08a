import { describe, expect, test } from 'vitest'
import { openSavedStore } from '#kernel/store/memoryStore.ts'
import type { Commit } from '#kernel/store/sink.ts'
import { NotSaved, START, type Store } from '#kernel/store/store.ts'
import { describeStore } from './conformance.ts'
import { type MemorySink, type MemorySinkState, memorySink, newSinkState } from './memorySink.ts'
import {
  ANA,
  addOne,
  counters,
  inShort,
  journalOf,
  keysOf,
  LUIS,
  NOON,
  openFixture,
  outcomeOf,
  putThing,
  things,
} from './storeFixture.ts'

describeStore('saved', (options) => openSavedStore({ ...options, sink: memorySink() }))

const openWith = (sink: MemorySink, journalCapacity?: number) =>
  openFixture((options) => openSavedStore({ ...options, sink }), { journalCapacity })

/** Everything that can be seen, cursors included. */
const everythingOf = async (store: Store) => ({
  entries: [...store.dump()],
  journal: await journalOf(store, '*'),
  head: await store.head(),
})

describe('a commit', () => {
  test('reaches the sink whole: writes, deletes, and the changes of all its accounts', async () => {
    const sink = memorySink()
    const { store } = await openWith(sink)
    await putThing(store, ANA, 'old')
    await store.write([ANA.account, LUIS.account], async (tx) => {
      await tx.put(things, ANA, 'a', { name: 'draft' })
      await tx.put(things, ANA, 'a', { name: 'a' }, { expiresAt: NOON + 5 })
      await tx.delete(things, ANA, 'old')
      await tx.put(things, LUIS, 'b', { name: 'b' })
      tx.audit(outcomeOf(LUIS.account, 'PutObject'))
    })
    const [[first], [second]] = sink.groups as [[Commit], [Commit]]
    expect(first?.changes.map(({ change }) => inShort(change))).toEqual(['1 old '])
    expect(second?.writes).toEqual([
      {
        collection: 'test.things',
        scope: ANA,
        key: 'a',
        entry: { key: 'a', value: { name: 'a' }, version: 2, expiresAt: NOON + 5 },
      },
      { collection: 'test.things', scope: ANA, key: 'old', entry: undefined },
      {
        collection: 'test.things',
        scope: LUIS,
        key: 'b',
        entry: { key: 'b', value: { name: 'b' }, version: 1 },
      },
    ])
    expect(second?.changes.map(({ change }) => inShort(change))).toEqual([
      '2 a,old ',
      '1 b PutObject',
    ])
    expect(second?.changes.map(({ position }) => position)).toEqual([2, 3])
  })

  test('is answered and seen only when it is saved', async () => {
    const { store } = await openWith(memorySink())
    let isDone = false
    const writing = putThing(store, ANA, 'a').then(() => {
      isDone = true
    })
    await new Promise((resolve) => process.nextTick(resolve))
    await Promise.resolve()
    expect(isDone).toBe(false)
    expect(await store.get(things, ANA, 'a')).toBeUndefined()
    expect([...store.dump()]).toEqual([])
    await writing
    expect(await keysOf(store, ANA)).toEqual(['a'])
  })

  test('waits for nobody: what commits while one group is being saved goes as the next', async () => {
    const sink = memorySink()
    const { store } = await openWith(sink)
    const add = () => store.write([ANA.account], (tx) => addOne(tx, ANA, 'n'))
    await Promise.all(Array.from({ length: 20 }, add))
    expect(sink.groups.length).toBeLessThan(20)
    const seqs = sink.groups
      .flat()
      .flatMap(({ changes }) => changes.map(({ change }) => change.seq))
    expect(seqs).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
    expect((await store.get(counters, ANA, 'n'))?.value).toBe(20)
  })

  test('that wrote nothing waits for what it saw to be saved', async () => {
    const sink = memorySink()
    const { store } = await openWith(sink)
    sink.failNext()
    const writing = putThing(store, ANA, 'a')
    const reading = store.write([ANA.account], (tx) => tx.get(things, ANA, 'a'))
    await expect(writing).rejects.toThrow(NotSaved)
    await expect(reading).rejects.toThrow(NotSaved)
  })

  test('takes swept entries along, and says nothing of them in the journal', async () => {
    const state = newSinkState()
    const { store, clock } = await openWith(memorySink(state))
    await store.write([ANA.account], async (tx) => {
      for (let n = 0; n < 40; n++) {
        await tx.put(things, ANA, `${n}`, { name: 'x' }, { expiresAt: NOON + 1 })
      }
    })
    await clock.advance(1)
    for (let n = 0; n < 64; n++) await putThing(store, LUIS, 'a')
    expect([...state.rows.values()].map(({ key }) => key)).toEqual(['a'])
    const keys = state.changes.flatMap(({ change }) => change.keys)
    expect(keys).toHaveLength(40 + 64)
  })
})

describe('a commit that cannot be saved', () => {
  test('is taken back, and everything goes on from what is saved', async () => {
    const sink = memorySink()
    const { store } = await openWith(sink)
    await putThing(store, ANA, 'a')
    const head = await store.head()
    sink.failNext()
    await expect(putThing(store, ANA, 'b')).rejects.toMatchObject({
      name: 'NotSaved',
      cause: new Error('no space left on device'),
    })
    expect(await keysOf(store, ANA)).toEqual(['a'])
    expect(await store.head()).toBe(head)
    await putThing(store, ANA, 'c')
    expect((await journalOf(store, ANA.account)).map(inShort)).toEqual(['1 a ', '2 c '])
  })

  test('takes back all that was built on it', async () => {
    const sink = memorySink()
    const { store } = await openWith(sink)
    sink.failNext()
    const add = () => store.write([ANA.account], (tx) => addOne(tx, ANA, 'n'))
    const added = await Promise.allSettled([add(), add(), putThing(store, LUIS, 'x'), add()])
    expect(added.map(({ status }) => status)).toEqual(Array(4).fill('rejected'))
    expect([...store.dump()]).toEqual([])
    await add()
    expect((await store.get(counters, ANA, 'n'))?.value).toBe(1)
  })

  test('also refuses a transaction that had read from it and was still open', async () => {
    const sink = memorySink()
    const { store } = await openWith(sink)
    sink.failNext()
    const lost = putThing(store, LUIS, 'lost')
    const reader = store.write([ANA.account], async (tx) => {
      const seen = await tx.get(things, LUIS, 'lost')
      await lost.catch(() => {})
      await tx.put(things, ANA, 'copy', { name: seen?.value.name ?? 'none' })
    })
    await expect(reader).rejects.toThrow(NotSaved)
    expect([...store.dump()]).toEqual([])
  })

  test('may be a batch of outcomes, whose loss disturbs nobody', async () => {
    const sink = memorySink()
    const { store, scheduler } = await openWith(sink)
    sink.failNext()
    store.audit(outcomeOf(ANA.account, 'GetObject'))
    scheduler.pass(50)
    await new Promise((resolve) => setTimeout(resolve, 5))
    await putThing(store, ANA, 'a')
    expect((await journalOf(store, '*')).map(inShort)).toEqual(['1 a '])
  })
})

describe('a restart', () => {
  async function restart(store: Store, state: MemorySinkState, journalCapacity?: number) {
    await store.close()
    return openWith(memorySink(state), journalCapacity)
  }

  test('finds everything as it was: entries, versions, journal, cursors', async () => {
    const state = newSinkState()
    const { store } = await openWith(memorySink(state))
    await putThing(store, ANA, 'a')
    await putThing(store, ANA, 'a', 'again')
    await putThing(store, LUIS, '\u{1f600}')
    store.audit(outcomeOf(LUIS.account, 'GetObject'))
    const before = await everythingOf(store)
    const { store: next } = await restart(store, state)
    expect(await everythingOf(next)).toEqual(before)
    await putThing(next, ANA, 'b')
    const after = await next.changes('*', before.head, 9)
    expect(after.map(inShort)).toEqual(['3 b '])
    expect(() => Object.assign(after[0] ?? {}, { seq: 7 })).toThrow(TypeError)
    const entry = await next.get(things, ANA, 'a')
    expect(() => Object.assign(entry?.value ?? {}, { name: 'x' })).toThrow(TypeError)
  })

  test('after a restore finds the restored state, and still refuses the cursors that it left', async () => {
    const state = newSinkState()
    const { store } = await openWith(memorySink(state))
    await putThing(store, ANA, 'a')
    const good = await store.head()
    const snapshot = store.snapshot()
    await putThing(store, ANA, 'a', 'changed')
    await putThing(store, ANA, 'gone')
    await store.write([ANA.account], (tx) => tx.delete(things, ANA, 'a'))
    const left = await store.head()
    await store.restore(snapshot)
    const before = await everythingOf(store)
    const { store: next } = await restart(store, state)
    expect(await everythingOf(next)).toEqual(before)
    for (const key of ['x', 'y', 'z', 'zz']) await putThing(next, ANA, key)
    expect(await next.changes('*', good, 9)).toHaveLength(4)
    await expect(next.changes('*', left, 9)).rejects.toMatchObject({ reason: 'restored' })
  })

  test('between branches keeps only what the restored one has', async () => {
    const state = newSinkState()
    const { store } = await openWith(memorySink(state))
    await putThing(store, ANA, 'common')
    const common = store.snapshot()
    await putThing(store, ANA, 'left')
    const left = store.snapshot()
    await store.restore(common)
    await putThing(store, ANA, 'right')
    await putThing(store, ANA, 'right too')
    await store.restore(left)
    const before = await everythingOf(store)
    const { store: next } = await restart(store, state)
    expect(await everythingOf(next)).toEqual(before)
    expect((await journalOf(next, '*')).map(inShort)).toEqual(['1 common ', '2 left '])
  })

  test('with a smaller journal drops the oldest, and numbers on', async () => {
    const state = newSinkState()
    const { store } = await openWith(memorySink(state))
    await putThing(store, LUIS, 'early')
    for (const key of ['a', 'b', 'c', 'd']) await putThing(store, ANA, key)
    const { store: next } = await restart(store, state, 2)
    expect((await journalOf(next, '*')).map(inShort)).toEqual(['3 c ', '4 d '])
    await putThing(next, LUIS, 'late')
    expect((await journalOf(next, LUIS.account)).map(inShort)).toEqual(['2 late '])
  })

  test('knows that a sink has dropped changes in between', async () => {
    const state = newSinkState()
    const { store } = await openWith(memorySink(state))
    await putThing(store, LUIS, '1')
    const early = await store.head()
    for (const key of ['a', 'b', 'c', 'd']) await putThing(store, ANA, key)
    state.changes = state.changes.filter(({ position }) => position === 1 || position >= 4)
    const { store: next } = await restart(store, state)
    expect((await next.changes('*', START, 9)).map(inShort)).toEqual(['1 1 ', '3 c ', '4 d '])
    await expect(next.changes(ANA.account, early, 9)).rejects.toMatchObject({ reason: 'evicted' })
    await expect(next.changes('*', early, 9)).rejects.toMatchObject({ reason: 'evicted' })
    expect(await next.changes(LUIS.account, early, 9)).toEqual([])
  })
})

describe('a restore that cannot be saved', () => {
  test('changes nothing', async () => {
    const sink = memorySink()
    const { store } = await openWith(sink)
    const snapshot = store.snapshot()
    await putThing(store, ANA, 'a')
    const before = await everythingOf(store)
    sink.failNext()
    await expect(store.restore(snapshot)).rejects.toThrow('no space left')
    expect(await everythingOf(store)).toEqual(before)
    await putThing(store, ANA, 'b')
    expect(await keysOf(store, ANA)).toEqual(['a', 'b'])
  })
})

describe('closing', () => {
  test('closes the sink after the last commit', async () => {
    const sink = memorySink()
    const { store } = await openWith(sink)
    const writing = putThing(store, ANA, 'a')
    store.audit(outcomeOf(ANA.account, 'GetObject'))
    await store.close()
    await writing
    expect(sink.isClosed()).toBe(true)
    expect(sink.groups.flat()).toHaveLength(2)
  })

  test('says so if the last outcomes could not be saved, and closes the sink all the same', async () => {
    const sink = memorySink()
    const { store } = await openWith(sink)
    store.audit(outcomeOf(ANA.account, 'GetObject'))
    sink.failNext()
    await expect(store.close()).rejects.toThrow(NotSaved)
    expect(sink.isClosed()).toBe(true)
  })
})
