import { describe, expect, test } from 'vitest'
import { outcomesSince, watchOutcomes } from '#kernel/journal/journal.ts'
import { readJournal } from '#kernel/journal/readJournal.ts'
import { createMemoryStore } from '#kernel/store/memoryStore.ts'
import { START, StaleCursor, type Store } from '#kernel/store/store.ts'
import { ANA, LUIS, openFixture, outcomeOf, putThing } from '#test/kernel/store/storeFixture.ts'

const openStore = async (journalCapacity?: number): Promise<Store> =>
  (await openFixture(async (options) => createMemoryStore(options), { journalCapacity })).store

const commit = (store: Store, account: string, ...names: string[]) =>
  store.write([account], async (tx) => {
    for (const name of names) tx.audit(outcomeOf(account, name))
  })

describe('the outcomes of an account', () => {
  test('come in order, those of reads among those of changes', async () => {
    const store = await openStore()
    await commit(store, ANA.account, 'CreateBucket')
    store.audit(outcomeOf(ANA.account, 'ListBuckets'))
    store.audit(outcomeOf(LUIS.account, 'ListBuckets'))
    await commit(store, ANA.account, 'PutObject', 'PutObjectAcl')
    const { outcomes } = await outcomesSince(store, ANA.account, START, 10)
    expect(outcomes.map(({ eventName }) => eventName)).toEqual([
      'CreateBucket',
      'ListBuckets',
      'PutObject',
      'PutObjectAcl',
    ])
    expect((await outcomesSince(store, '*', START, 10)).outcomes).toHaveLength(5)
  })

  test('come in pages that do not cut a commit, and the next page goes on after it', async () => {
    const store = await openStore()
    await commit(store, ANA.account, '1', '2')
    await commit(store, ANA.account, '3', '4')
    await commit(store, ANA.account, '5')
    const first = await outcomesSince(store, ANA.account, START, 3)
    const second = await outcomesSince(store, ANA.account, first.next, 3)
    const third = await outcomesSince(store, ANA.account, second.next, 3)
    const names = [first, second, third].map(({ outcomes }) => outcomes.map((one) => one.eventName))
    expect(names).toEqual([['1', '2', '3', '4'], ['5'], []])
    expect(third.next).toBe(second.next)
  })

  test('are found behind any number of commits without one', async () => {
    const store = await openStore()
    for (let n = 0; n < 600; n++) await putThing(store, ANA, 'a')
    await commit(store, ANA.account, 'late')
    const { outcomes, next } = await outcomesSince(store, ANA.account, START, 1)
    expect(outcomes.map(({ eventName }) => eventName)).toEqual(['late'])
    expect(next).toBe(await store.head())
  })

  test('are read all at once', async () => {
    const store = await openStore()
    for (let n = 0; n < 300; n++)
      await commit(store, n % 2 === 0 ? ANA.account : LUIS.account, `${n}`)
    expect(await readJournal(store)).toHaveLength(300)
    expect((await readJournal(store, LUIS.account)).at(-1)?.eventName).toBe('299')
  })

  test('are not asked for when none are wanted', async () => {
    const store = await openStore()
    await commit(store, ANA.account, '1')
    expect(await outcomesSince(store, ANA.account, START, 0)).toEqual({ outcomes: [], next: START })
  })

  test('that the ring has dropped are not skipped in silence', async () => {
    const store = await openStore(2)
    const head = await store.head()
    for (const name of ['1', '2', '3']) await commit(store, ANA.account, name)
    await expect(outcomesSince(store, ANA.account, head, 9)).rejects.toThrow(StaleCursor)
  })

  test('are watched one by one as they come', async () => {
    const store = await openStore()
    await commit(store, ANA.account, '1', '2')
    const end = new AbortController()
    const seen: string[] = []
    for await (const { outcome, cursor } of watchOutcomes(store, '*', START, end.signal)) {
      seen.push(outcome.eventName)
      if (seen.length === 2) await commit(store, LUIS.account, '3')
      if (seen.length < 3) continue
      expect(cursor).toBe(await store.head())
      end.abort()
    }
    expect(seen).toEqual(['1', '2', '3'])
  })
})
