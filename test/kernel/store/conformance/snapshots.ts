/** Conformance: a snapshot brings everything back, as often as wanted, and what was left behind is never misread. */
import { describe, expect, test } from 'vitest'
import type { Change, Store } from '#kernel/store/store.ts'
import {
  ANA,
  inShort,
  journalOf,
  keysOf,
  LUIS,
  NOON,
  type OpenStore,
  openFixture,
  outcomeOf,
  putThing,
  things,
} from '../storeFixture.ts'

/** Everything that can be seen of a store but cursors, which name the branch. */
async function stateOf(store: Store) {
  const journal = await journalOf(store, '*')
  return {
    entries: [...store.dump()],
    journal: journal.map(({ cursor: _cursor, ...change }) => change),
  }
}

export function describeSnapshots(open: OpenStore): void {
  describe('a snapshot', () => {
    test('brings back entries, versions and journal, and can do so again', async () => {
      const { store } = await openFixture(open)
      await putThing(store, ANA, 'a', 'first')
      await putThing(store, LUIS, 'b')
      const snapshot = store.snapshot()
      const before = await stateOf(store)

      await putThing(store, ANA, 'a', 'changed')
      await store.write([LUIS.account], (tx) => tx.delete(things, LUIS, 'b'))
      const changed = await stateOf(store)
      await store.restore(snapshot)
      expect(await stateOf(store)).toEqual(before)

      await putThing(store, ANA, 'c')
      await store.restore(snapshot)
      expect(await stateOf(store)).toEqual(before)
      expect(changed).not.toEqual(before)
      await putThing(store, ANA, 'a')
      expect((await store.get(things, ANA, 'a'))?.version).toBe(2)
      expect((await journalOf(store, ANA.account)).map(inShort)).toEqual(['1 a ', '2 a '])
    })

    test('of one branch can be restored from another', async () => {
      const { store } = await openFixture(open)
      const empty = store.snapshot()
      await putThing(store, ANA, 'left')
      const left = store.snapshot()
      await store.restore(empty)
      await putThing(store, ANA, 'right')
      await putThing(store, ANA, 'right too')
      const right = store.snapshot()
      await store.restore(left)
      expect(await keysOf(store, ANA)).toEqual(['left'])
      await putThing(store, ANA, 'more')
      await store.restore(right)
      expect(await keysOf(store, ANA)).toEqual(['right', 'right too'])
      expect((await journalOf(store, '*')).map(inShort)).toEqual(['1 right ', '2 right too '])
      await store.restore(left)
      expect((await journalOf(store, '*')).map(inShort)).toEqual(['1 left '])
    })

    test('holds the outcomes that came before it, and only those', async () => {
      const { store, scheduler } = await openFixture(open)
      store.audit(outcomeOf(ANA.account, 'early'))
      await store.head()
      const snapshot = store.snapshot()
      store.audit(outcomeOf(ANA.account, 'late'))
      await store.restore(snapshot)
      scheduler.pass(50)
      expect((await journalOf(store, '*')).map(inShort)).toEqual(['1  early'])
    })

    test('brings back what has expired and been swept since, if the clock goes back too', async () => {
      const { store, clock } = await openFixture(open)
      const offset = clock.offset()
      await store.write([ANA.account], async (tx) => {
        for (let n = 0; n < 100; n++) {
          await tx.put(things, ANA, `${n}`, { name: 'x' }, { expiresAt: NOON + 10 })
        }
      })
      const snapshot = store.snapshot()
      await clock.advance(10)
      for (let n = 0; n < 100; n++) await putThing(store, LUIS, `${n}`)
      expect(await keysOf(store, ANA)).toEqual([])
      await store.restore(snapshot)
      await clock.restore(offset)
      expect(await keysOf(store, ANA)).toHaveLength(100)
    })

    test('waits for the transactions under way', async () => {
      const { store } = await openFixture(open)
      const snapshot = store.snapshot()
      const running = store.write([ANA.account], async (tx) => {
        await new Promise((resolve) => setTimeout(resolve, 5))
        await tx.put(things, ANA, 'before', { name: 'x' })
      })
      const restoring = store.restore(snapshot)
      const after = putThing(store, ANA, 'after')
      await Promise.all([running, restoring, after])
      expect(await keysOf(store, ANA)).toEqual(['after'])
    })

    test('is retained while somebody holds it, so that nothing it names is thrown away', async () => {
      const { store } = await openFixture(open)
      await putThing(store, ANA, 'a')
      const snapshots = [store.snapshot()]
      await store.write([ANA.account], (tx) => tx.delete(things, ANA, 'a'))
      // More than are cleared away at once.
      for (let n = 0; n < 100; n++) snapshots.push(store.snapshot())
      const retained = [...store.retained()]
      expect(retained.length).toBeGreaterThanOrEqual(snapshots.length)
      const found = await Promise.all(retained.map((reader) => reader.list(things, ANA)))
      expect(found.flat().map(({ key }) => key)).toEqual(['a'])
      await store.restore(snapshots[0] as (typeof snapshots)[number])
      expect(await keysOf(store, ANA)).toEqual(['a'])
    })

    test('of another store is refused', async () => {
      const { store } = await openFixture(open)
      const { store: other } = await openFixture(open)
      await expect(store.restore(other.snapshot())).rejects.toThrow('of another store')
    })

    test('is restored one at a time', async () => {
      const { store } = await openFixture(open)
      const empty = store.snapshot()
      await putThing(store, ANA, 'a')
      const one = store.snapshot()
      await Promise.all([
        store.restore(empty),
        store.restore(one),
        store.restore(empty),
        store.restore(one),
      ])
      expect(await keysOf(store, ANA)).toEqual(['a'])
    })
  })

  describe('after a restore', () => {
    async function twoBranches() {
      const { store } = await openFixture(open)
      await putThing(store, ANA, 'common')
      const common = await store.head()
      const snapshot = store.snapshot()
      for (const key of ['b', 'c', 'd']) await putThing(store, ANA, key)
      const [, old] = (await journalOf(store, ANA.account)) as [Change, Change]
      await store.restore(snapshot)
      for (const key of ['x', 'y', 'z']) await putThing(store, ANA, key)
      return { store, common, old }
    }

    test('a cursor into what was left is refused, though the numbers have come again', async () => {
      const { store, old } = await twoBranches()
      const again = await journalOf(store, ANA.account)
      expect(again[1]?.seq).toBe(old.seq)
      expect(again[1]?.cursor).not.toBe(old.cursor)
      for (const account of [ANA.account, '*']) {
        await expect(store.changes(account, old.cursor, 9)).rejects.toMatchObject({
          name: 'StaleCursor',
          reason: 'restored',
          message: 'the cursor points into a history that a restore has left',
        })
      }
    })

    test('a cursor into the common history is still good', async () => {
      const { store, common } = await twoBranches()
      const changes = await store.changes(ANA.account, common, 9)
      expect(changes.map(inShort)).toEqual(['2 x ', '3 y ', '4 z '])
    })

    test('cursors of three generations are told apart', async () => {
      const { store } = await openFixture(open)
      const heads = [await store.head()]
      const snapshots = [store.snapshot()]
      for (const key of ['a', 'b', 'c']) {
        await putThing(store, ANA, key)
        heads.push(await store.head())
        snapshots.push(store.snapshot())
        await store.restore(store.snapshot())
      }
      for (const head of heads) await store.changes('*', head, 9)
      await store.restore(snapshots[1] as (typeof snapshots)[number])
      await putThing(store, ANA, 'other')
      const accepted = await Promise.allSettled(heads.map((head) => store.changes('*', head, 9)))
      expect(accepted.map(({ status }) => status)).toEqual([
        'fulfilled',
        'fulfilled',
        'rejected',
        'rejected',
      ])
    })
  })
}
