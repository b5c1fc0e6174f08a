/** Conformance: a watcher sees each commit once, in order, as it comes, and hears when it cannot. */
import { describe, expect, test } from 'vitest'
import { type Change, type Cursor, START, StaleCursor, type Store } from '#kernel/store/store.ts'
import { ANA, inShort, LUIS, type OpenStore, openFixture, putThing } from '../storeFixture.ts'

const settle = () => new Promise((resolve) => setTimeout(resolve, 5))

export function describeWatch(open: OpenStore): void {
  describe('a watcher', () => {
    test('sees what there was after its cursor, then what comes', async () => {
      const { store } = await openFixture(open)
      await putThing(store, ANA, 'before')
      const head = await store.head()
      await putThing(store, ANA, 'a')
      const late = watching(store, '*', head)
      const whole = watching(store, '*', START)
      await settle()
      await putThing(store, LUIS, 'b')
      await settle()
      await putThing(store, ANA, 'c')
      await settle()
      expect(late.seen).toEqual(['2 a ', '1 b ', '3 c '])
      expect(whole.seen).toEqual(['1 before ', '2 a ', '1 b ', '3 c '])
      await Promise.all([late.stop(), whole.stop()])
    })

    test('of one account sees only that', async () => {
      const { store } = await openFixture(open)
      const ana = watching(store, ANA.account, START)
      await putThing(store, LUIS, 'a')
      await putThing(store, ANA, 'b')
      await settle()
      expect(ana.seen).toEqual(['1 b '])
      await ana.stop()
    })

    test('sees each of many commits once and in order, however slow it is', async () => {
      const { store } = await openFixture(open)
      const slow: number[] = []
      const end = new AbortController()
      const reading = (async () => {
        for await (const change of store.watch(ANA.account, START, end.signal)) {
          slow.push(change.seq)
          if (change.seq % 10 === 0) await settle()
          if (change.seq === 60) end.abort()
        }
      })()
      await Promise.all(Array.from({ length: 60 }, (_, n) => putThing(store, ANA, `${n}`)))
      await reading
      expect(slow).toEqual(Array.from({ length: 60 }, (_, n) => n + 1))
    })

    test('ends with its signal, asleep or not yet begun', async () => {
      const { store } = await openFixture(open)
      await putThing(store, ANA, 'a')
      const asleep = watching(store, '*', await store.head())
      await settle()
      await asleep.stop()
      const gone = AbortSignal.abort()
      for await (const change of store.watch('*', START, gone)) expect(change).toBeUndefined()
      await putThing(store, ANA, 'b')
      expect(asleep.seen).toEqual([])
    })

    test('ends when it breaks off by itself', async () => {
      const { store } = await openFixture(open)
      await putThing(store, ANA, 'a')
      await putThing(store, ANA, 'b')
      const seen: Change[] = []
      for await (const change of store.watch('*', START, new AbortController().signal)) {
        seen.push(change)
        break
      }
      expect(seen).toHaveLength(1)
    })

    test('sees the rest and ends when the store closes', async () => {
      const { store } = await openFixture(open)
      const asleep = watching(store, '*', START)
      await putThing(store, ANA, 'a')
      await store.close()
      await asleep.ended
      expect(asleep.seen).toEqual(['1 a '])
      const late = watching(store, '*', START)
      await late.ended
      expect(late.seen).toEqual(['1 a '])
    })

    test('is told when the journal has run over it', async () => {
      const { store } = await openFixture(open, { journalCapacity: 2 })
      await putThing(store, ANA, 'a')
      const iterator = store.watch('*', START, new AbortController().signal)[Symbol.asyncIterator]()
      await iterator.next()
      for (const key of ['b', 'c', 'd']) await putThing(store, ANA, key)
      await expect(iterator.next()).rejects.toMatchObject({
        name: 'StaleCursor',
        reason: 'evicted',
      })
    })

    test('is told when a restore has left the history that it follows', async () => {
      const { store } = await openFixture(open)
      const snapshot = store.snapshot()
      await putThing(store, ANA, 'a')
      const awake = watching(store, '*', START)
      await settle()
      await store.restore(snapshot)
      await expect(awake.ended).rejects.toThrow(StaleCursor)
      expect(awake.seen).toEqual(['1 a '])
    })

    test('gets none of the changes that a restore undid while it was busy', async () => {
      const { store } = await openFixture(open)
      await putThing(store, ANA, 'a')
      const snapshot = store.snapshot()
      for (const key of ['b', 'c']) await putThing(store, ANA, key)
      const seen: string[] = []
      const end = new AbortController()
      for await (const change of store.watch('*', START, end.signal)) {
        seen.push(inShort(change))
        if (seen.length === 1) {
          await store.restore(snapshot)
          await putThing(store, ANA, 'other')
        } else {
          end.abort()
        }
      }
      expect(seen).toEqual(['1 a ', '2 other '])
    })
  })
}

function watching(store: Store, account: string, after: Cursor) {
  const seen: string[] = []
  const end = new AbortController()
  const ended = (async () => {
    for await (const change of store.watch(account, after, end.signal)) seen.push(inShort(change))
  })()
  ended.catch(() => {})
  const stop = () => {
    end.abort()
    return ended
  }
  return { seen, ended, stop }
}
