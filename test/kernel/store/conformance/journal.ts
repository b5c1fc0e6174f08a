/** Conformance: the journal has every commit and every outcome once, numbered without gaps, and says when it forgot. */
import { describe, expect, test } from 'vitest'
import { type Cursor, START, StaleCursor, StoreClosed } from '#kernel/store/store.ts'
import {
  ANA,
  inShort,
  journalOf,
  LUIS,
  NOON,
  type OpenStore,
  openFixture,
  outcomeOf,
  putThing,
  things,
} from '../storeFixture.ts'

export function describeJournal(open: OpenStore): void {
  describe('the journal', () => {
    test('has what each commit wrote, by account, with its time', async () => {
      const { store, clock } = await openFixture(open)
      await clock.advance(5)
      await store.write([ANA.account, LUIS.account, ''], async (tx) => {
        await tx.put(things, ANA, 'a', { name: 'a' })
        await tx.put(things, LUIS, 'b', { name: 'b' })
        tx.audit(outcomeOf(ANA.account, 'CreateBucket'))
      })
      const { account, region } = ANA
      const [change] = await journalOf(store, account)
      expect(change).toMatchObject({ account, seq: 1, at: NOON + 5 })
      expect(change?.keys).toEqual([{ collection: 'test.things', account, region, key: 'a' }])
      expect(change?.outcomes).toEqual([outcomeOf(account, 'CreateBucket')])
      expect((await journalOf(store, LUIS.account)).map(inShort)).toEqual(['1 b '])
      expect(await journalOf(store, '')).toEqual([])
      expect((await journalOf(store, '*')).map((one) => one.account)).toEqual([
        account,
        LUIS.account,
      ])
    })

    test('has no entry for a transaction that did nothing in the end', async () => {
      const { store } = await openFixture(open)
      await store.write([ANA.account], async (tx) => {
        await tx.put(things, ANA, 'a', { name: 'a' })
        await tx.delete(things, ANA, 'a')
        await tx.delete(things, ANA, 'missing')
      })
      expect(await journalOf(store, '*')).toEqual([])
    })

    test('names a key once, however often a transaction wrote it', async () => {
      const { store } = await openFixture(open)
      await putThing(store, ANA, 'old')
      await store.write([ANA.account], async (tx) => {
        await tx.put(things, ANA, 'a', { name: '1' })
        await tx.put(things, ANA, 'a', { name: '2' })
        await tx.put(things, ANA, 'old', { name: '3' })
        await tx.delete(things, ANA, 'old')
      })
      expect((await journalOf(store, ANA.account)).map(inShort)).toEqual(['1 old ', '2 a,old '])
    })

    test('numbers each account without gaps, whoever writes at the same time', async () => {
      const { store } = await openFixture(open)
      const writes = Array.from({ length: 120 }, (_, n) => async () => {
        const scope = n % 3 === 0 ? LUIS : ANA
        if (n % 5 === 0) store.audit(outcomeOf(scope.account, `read ${n}`))
        else if (n % 7 === 0) await failingWrite(n)
        else await putThing(store, scope, `${n}`)
      })
      await Promise.all(writes.map((write) => write()))
      for (const { account } of [ANA, LUIS]) {
        const numbers = (await journalOf(store, account)).map(({ seq }) => seq)
        expect(numbers.length).toBeGreaterThan(20)
        expect(numbers).toEqual(numbers.map((_, n) => n + 1))
      }

      async function failingWrite(n: number): Promise<void> {
        const failing = store.write([ANA.account], async (tx) => {
          await tx.put(things, ANA, `${n}`, { name: 'x' })
          throw new Error('refused')
        })
        await failing.catch(() => {})
      }
    })

    test('takes a change and its outcome together or not at all', async () => {
      const { store } = await openFixture(open)
      const write = (fail: { readonly fail: boolean }, key: string) =>
        store.write([ANA.account], async (tx) => {
          tx.audit(outcomeOf(ANA.account, `Put ${key}`))
          await tx.put(things, ANA, key, { name: key })
          if (fail.fail) throw new Error('refused')
        })
      await write({ fail: false }, 'a')
      await write({ fail: true }, 'b').catch(() => {})
      expect((await journalOf(store, ANA.account)).map(inShort)).toEqual(['1 a Put a'])
      expect(await store.get(things, ANA, 'b')).toBeUndefined()
    })

    test('can be changed by nobody who reads it', async () => {
      const { store } = await openFixture(open)
      const outcome = outcomeOf(ANA.account, 'CreateBucket')
      await store.write([ANA.account], async (tx) => tx.audit(outcome))
      const [change] = await journalOf(store, ANA.account)
      expect(() => Object.assign(change ?? {}, { seq: 9 })).toThrow(TypeError)
      expect(() => Object.assign(change?.outcomes ?? [], { 0: null })).toThrow(TypeError)
      expect(() => Object.assign(outcome.requestParameters ?? {}, { x: 1 })).toThrow(TypeError)
    })

    test('is read in pages', async () => {
      const { store } = await openFixture(open)
      for (let n = 1; n <= 7; n++) await putThing(store, n % 2 === 0 ? LUIS : ANA, `${n}`)
      const pages: string[][] = []
      let after: Cursor = START
      for (;;) {
        const page = await store.changes('*', after, 3)
        if (page.length === 0) break
        pages.push(page.map(({ keys }) => keys[0]?.key ?? ''))
        after = page.at(-1)?.cursor ?? after
      }
      expect(pages).toEqual([['1', '2', '3'], ['4', '5', '6'], ['7']])
      expect(await store.changes(ANA.account, START, 0)).toEqual([])
    })

    test('takes a cursor of one account for another, or for all: it is a place in time', async () => {
      const { store } = await openFixture(open)
      await putThing(store, ANA, 'a')
      await putThing(store, LUIS, 'b')
      await putThing(store, ANA, 'c')
      const [first] = await journalOf(store, ANA.account)
      const after = first?.cursor ?? START
      const keysAfter = async (account: string) =>
        (await store.changes(account, after, 9)).map(({ keys }) => keys[0]?.key)
      expect(await keysAfter(LUIS.account)).toEqual(['b'])
      expect(await keysAfter('*')).toEqual(['b', 'c'])
      expect(await keysAfter('333333333333')).toEqual([])
      expect(await store.changes('*', await store.head(), 9)).toEqual([])
    })

    test.each(['x', '1', '1.', '.1', '1.1.1', '-1.1', '1e3.1', ' 1.1', '1.99999999999999999'])(
      'refuses %j, which is no cursor',
      async (text) => {
        const { store } = await openFixture(open)
        const reading = store.changes('*', text as Cursor, 1)
        await expect(reading).rejects.toMatchObject({ name: 'StaleCursor', reason: 'malformed' })
      },
    )

    test('refuses a cursor from the future', async () => {
      const { store } = await openFixture(open)
      const { store: other } = await openFixture(open)
      await putThing(other, ANA, 'a')
      await expect(store.changes('*', await other.head(), 1)).rejects.toThrow(StaleCursor)
    })
  })

  describe('a full journal', () => {
    test('drops the oldest outcomes of all accounts, and numbers on', async () => {
      const { store } = await openFixture(open, { journalCapacity: 3 })
      await putThing(store, LUIS, 'early')
      for (const key of ['a', 'b', 'c', 'd']) await putThing(store, ANA, key)
      expect(await journalOf(store, LUIS.account)).toEqual([])
      expect((await journalOf(store, ANA.account)).map(inShort)).toEqual(['2 b ', '3 c ', '4 d '])
      await putThing(store, LUIS, 'late')
      expect((await journalOf(store, LUIS.account)).map(inShort)).toEqual(['2 late '])
    })

    test('counts outcomes, and always keeps the newest change', async () => {
      const { store } = await openFixture(open, { journalCapacity: 3 })
      const batch = (names: string[]) =>
        store.write([ANA.account], async (tx) => {
          for (const name of names) tx.audit(outcomeOf(ANA.account, name))
        })
      await batch(['1', '2'])
      await batch(['3', '4'])
      expect((await journalOf(store, ANA.account)).map(inShort)).toEqual(['2  3,4'])
      await batch(['5', '6', '7', '8'])
      expect((await journalOf(store, ANA.account)).map(inShort)).toEqual(['3  5,6,7,8'])
    })

    test('refuses a cursor after which something is missing, and only such a one', async () => {
      const { store } = await openFixture(open, { journalCapacity: 3 })
      await putThing(store, ANA, 'a')
      const afterA = await store.head()
      await putThing(store, LUIS, 'b')
      const afterB = await store.head()
      for (const key of ['c', 'd', 'e']) await putThing(store, ANA, key)
      await expect(store.changes(LUIS.account, afterA, 9)).rejects.toMatchObject({
        name: 'StaleCursor',
        reason: 'evicted',
      })
      await expect(store.changes('*', afterA, 9)).rejects.toThrow('no longer holds')
      expect(await store.changes('*', afterB, 9)).toHaveLength(3)
      // All that ANA did since is still there.
      expect(await store.changes(ANA.account, afterA, 9)).toHaveLength(3)
      expect(await store.changes('*', START, 9)).toHaveLength(3)
    })

    test('stays right over many times its size', async () => {
      const { store } = await openFixture(open, { journalCapacity: 50 })
      for (let n = 1; n <= 5000; n++) await putThing(store, n % 10 === 0 ? LUIS : ANA, `${n % 20}`)
      const numbers = async (account: string) =>
        (await journalOf(store, account)).map(({ seq }) => seq)
      expect(await numbers(LUIS.account)).toEqual([496, 497, 498, 499, 500])
      expect(await numbers(ANA.account)).toEqual(Array.from({ length: 45 }, (_, n) => 4456 + n))
      expect(await journalOf(store, '*')).toHaveLength(50)
    })
  })

  describe('an outcome without a change', () => {
    test('is in the journal after 50 ms, with the others that came', async () => {
      const { store, scheduler } = await openFixture(open)
      const seen = collectAll(store)
      store.audit(outcomeOf(ANA.account, 'GetObject'))
      store.audit(outcomeOf(LUIS.account, 'ListBuckets'))
      scheduler.pass(30)
      store.audit(outcomeOf(ANA.account, 'HeadObject'))
      scheduler.pass(19)
      await settle()
      expect(seen.changes).toEqual([])
      scheduler.pass(1)
      await settle()
      expect(seen.changes).toEqual(['1  GetObject,HeadObject', '1  ListBuckets'])
      expect(scheduler.waiting()).toBe(0)
      store.audit(outcomeOf(ANA.account, 'GetObject'))
      scheduler.pass(50)
      await settle()
      expect(seen.changes.at(-1)).toBe('2  GetObject')
      seen.stop()
    })

    test('comes before the next commit', async () => {
      const { store } = await openFixture(open)
      store.audit(outcomeOf(ANA.account, 'GetObject'))
      await putThing(store, LUIS, 'a')
      expect((await journalOf(store, '*')).map(inShort)).toEqual(['1  GetObject', '1 a '])
    })

    test('is there for whoever reads the journal', async () => {
      const { store, scheduler } = await openFixture(open)
      const before = await store.head()
      store.audit(outcomeOf(ANA.account, 'GetObject'))
      expect(await store.changes(ANA.account, before, 9)).toHaveLength(1)
      store.audit(outcomeOf(ANA.account, 'HeadObject'))
      const head = await store.head()
      scheduler.pass(50)
      expect(await store.changes('*', head, 9)).toEqual([])
    })

    test('is not lost when the store closes', async () => {
      const { store } = await openFixture(open)
      store.audit(outcomeOf(ANA.account, 'GetObject'))
      await store.close()
      expect((await journalOf(store, '*')).map(inShort)).toEqual(['1  GetObject'])
      expect(() => store.audit(outcomeOf(ANA.account, 'GetObject'))).toThrow(StoreClosed)
    })
  })

  describe('a closing store', () => {
    test('lets transactions end and takes no new ones', async () => {
      const { store } = await openFixture(open)
      const running = store.write([ANA.account], async (tx) => {
        await settle()
        await tx.put(things, ANA, 'a', { name: 'a' })
      })
      const queued = putThing(store, ANA, 'b')
      const closing = store.close()
      await expect(putThing(store, ANA, 'c')).rejects.toThrow(StoreClosed)
      await Promise.all([running, queued, closing])
      expect((await store.list(things, ANA)).map(({ key }) => key)).toEqual(['a', 'b'])
    })

    test('closes once', async () => {
      const { store } = await openFixture(open)
      await Promise.all([store.close(), store.close()])
    })
  })

  function collectAll(store: Awaited<ReturnType<typeof openFixture>>['store']) {
    const changes: string[] = []
    const end = new AbortController()
    void (async () => {
      for await (const change of store.watch('*', START, end.signal)) changes.push(inShort(change))
    })()
    return { changes, stop: () => end.abort() }
  }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5))
