/** Conformance: all or nothing, one after the other within an account, side by side across accounts. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NestedTransaction, type Scope, type Transaction } from '#kernel/store/store.ts'
import {
  ANA,
  addOne,
  counters,
  GLOBAL,
  inShort,
  journalOf,
  keysOf,
  LUIS,
  type OpenStore,
  openFixture,
  outcomeOf,
  putThing,
  things,
} from '../storeFixture.ts'

/** Lets everything else that can run go first. */
const others = () => new Promise((resolve) => setImmediate(resolve))

export function describeTransactions(open: OpenStore): void {
  describe('a transaction', () => {
    test('answers what its body answers', async () => {
      const { store } = await openFixture(open)
      expect(await store.write([ANA.account], async () => 42)).toBe(42)
    })

    test('sees its own writes before anybody else does', async () => {
      const { store } = await openFixture(open)
      await putThing(store, ANA, 'a', 'old')
      await store.write([ANA.account], async (tx) => {
        await tx.put(things, ANA, 'a', { name: 'new' })
        await tx.put(things, ANA, 'b', { name: 'b' })
        expect((await tx.get(things, ANA, 'a'))?.value.name).toBe('new')
        expect(await tx.list(things, ANA)).toHaveLength(2)
        expect((await store.get(things, ANA, 'a'))?.value.name).toBe('old')
        expect(await keysOf(store, ANA)).toEqual(['a'])
      })
      expect(await keysOf(store, ANA)).toEqual(['a', 'b'])
    })

    test('that throws leaves nothing: no entry, no version, no outcome, no number', async () => {
      const { store } = await openFixture(open)
      await putThing(store, ANA, 'a')
      const before = [...store.dump()]
      const failing = store.write([ANA.account, LUIS.account], async (tx) => {
        await tx.put(things, ANA, 'a', { name: 'changed' })
        await tx.put(things, LUIS, 'b', { name: 'b' })
        await tx.delete(things, ANA, 'a')
        tx.audit(outcomeOf(ANA.account, 'PutObject'))
        throw new Error('refused')
      })
      await expect(failing).rejects.toThrow('refused')
      expect([...store.dump()]).toEqual(before)
      expect((await journalOf(store, ANA.account)).map(inShort)).toEqual(['1 a '])
      await putThing(store, ANA, 'c')
      expect((await journalOf(store, ANA.account)).map(inShort)).toEqual(['1 a ', '2 c '])
    })

    test('that throws before its first await leaves nothing locked', async () => {
      const { store } = await openFixture(open)
      const failing = store.write([ANA.account], () => {
        throw new Error('at once')
      })
      await expect(failing).rejects.toThrow('at once')
      await putThing(store, ANA, 'a')
      expect(await keysOf(store, ANA)).toEqual(['a'])
    })

    test('writes only to the accounts that it locked', async () => {
      const { store } = await openFixture(open)
      const tries: ((tx: Transaction) => Promise<unknown>)[] = [
        (tx) => tx.put(things, LUIS, 'a', { name: 'a' }),
        (tx) => tx.put(things, GLOBAL, 'a', { name: 'a' }),
        (tx) => tx.delete(things, LUIS, 'a'),
        async (tx) => tx.audit(outcomeOf(LUIS.account, 'X')),
      ]
      for (const body of tries) {
        await expect(store.write([ANA.account], body)).rejects.toThrow('did not lock')
      }
      expect([...store.dump()]).toEqual([])
    })

    test('reads any account', async () => {
      const { store } = await openFixture(open)
      await putThing(store, LUIS, 'a')
      const seen = await store.write([ANA.account], (tx) => tx.get(things, LUIS, 'a'))
      expect(seen?.value.name).toBe('a')
    })

    test('is over when its body has returned', async () => {
      const { store } = await openFixture(open)
      const { tx } = await store.write([ANA.account], async (tx) => ({ tx }))
      await expect(tx.get(things, ANA, 'a')).rejects.toThrow('is over')
      await expect(tx.list(things, ANA)).rejects.toThrow('is over')
      await expect(tx.put(things, ANA, 'a', { name: 'a' })).rejects.toThrow('is over')
      await expect(tx.delete(things, ANA, 'a')).rejects.toThrow('is over')
      expect(() => tx.audit(outcomeOf(ANA.account, 'X'))).toThrow('is over')
    })

    test('may not begin another, whatever it awaited before', async () => {
      const { store } = await openFixture(open)
      const snapshot = store.snapshot()
      const nested = [
        () => putThing(store, ANA, 'a'),
        () => putThing(store, LUIS, 'a'),
        () => store.restore(snapshot),
        () => store.close(),
      ]
      for (const inner of nested) {
        const outer = store.write([ANA.account], async (tx) => {
          await tx.get(things, ANA, 'a')
          await inner()
        })
        await expect(outer).rejects.toThrow(NestedTransaction)
      }
      await putThing(store, ANA, 'b')
      expect(await keysOf(store, ANA)).toEqual(['b'])
    })

    test('may not begin another, also where transactions of others came and went meanwhile', async () => {
      const { store } = await openFixture(open)
      const outer = store.write([ANA.account], async () => {
        await others()
        await putThing(store, LUIS, 'a')
      })
      const refused = expect(outer).rejects.toThrow(NestedTransaction)
      await putThing(store, LUIS, 'b')
      await refused
    })

    test('may be begun by what a finished one has left running', async () => {
      const { store } = await openFixture(open)
      let later: Promise<void> | undefined
      await store.write([ANA.account], async () => {
        later = others().then(() => putThing(store, ANA, 'later'))
      })
      await later
      expect(await keysOf(store, ANA)).toEqual(['later'])
    })

    test('of another store may be begun within', async () => {
      const { store } = await openFixture(open)
      const { store: second } = await openFixture(open)
      await store.write([ANA.account], () => putThing(second, ANA, 'a'))
      expect(await keysOf(second, ANA)).toEqual(['a'])
    })

    test('that stays open is reported once, and its successor too', async () => {
      const slow: (readonly string[])[] = []
      const { store, scheduler } = await openFixture(open, {
        onSlow: ({ accounts }) => void slow.push(accounts),
      })
      await putThing(store, ANA, 'quick')
      scheduler.pass(5000)
      expect(slow).toEqual([])
      for (const expected of [1, 2]) {
        let finish = () => {}
        const hanging = store.write([LUIS.account, ANA.account], async () => {
          await new Promise<void>((resolve) => {
            finish = resolve
          })
        })
        await others()
        scheduler.pass(900)
        expect(slow).toHaveLength(expected - 1)
        scheduler.pass(1100)
        scheduler.pass(5000)
        expect(slow).toHaveLength(expected)
        finish()
        await hanging
        scheduler.pass(5000)
      }
      expect(slow[0]).toEqual([ANA.account, LUIS.account])
      expect(scheduler.waiting()).toBe(0)
    })
  })

  describe('transactions', () => {
    test('of one account run one after the other: no update is lost', async () => {
      const { store } = await openFixture(open)
      const slowly = () =>
        store.write([ANA.account], async (tx) => {
          const before = await tx.get(counters, ANA, 'n')
          await others()
          await tx.put(counters, ANA, 'n', (before?.value ?? 0) + 1)
        })
      await Promise.all(Array.from({ length: 50 }, slowly))
      expect(await store.get(counters, ANA, 'n')).toMatchObject({ value: 50, version: 50 })
    })

    test('of one account come in the order in which they asked', async () => {
      const { store } = await openFixture(open)
      const order: number[] = []
      const enter = (n: number) => store.write([ANA.account], async () => void order.push(n))
      await Promise.all([0, 1, 2, 3, 4, 5].map(enter))
      expect(order).toEqual([0, 1, 2, 3, 4, 5])
    })

    test('of different accounts run side by side', async () => {
      const { store } = await openFixture(open)
      const met: string[] = []
      let release = () => {}
      const meeting = new Promise<void>((resolve) => {
        release = resolve
      })
      const meet = (scope: Scope) =>
        store.write([scope.account], async (tx) => {
          met.push(scope.account)
          if (met.length === 2) release()
          await meeting
          await addOne(tx, scope, 'n')
        })
      await Promise.all([meet(ANA), meet(LUIS)])
      expect((await store.get(counters, ANA, 'n'))?.value).toBe(1)
      expect((await store.get(counters, LUIS, 'n'))?.value).toBe(1)
    })

    test('over several accounts never wait for each other in a ring', async () => {
      const { store } = await openFixture(open)
      const accounts = ['', '1', '2', '3', '4']
      const locks = fc.array(fc.uniqueArray(fc.constantFrom(...accounts), { minLength: 1 }), {
        maxLength: 40,
      })
      await fc.assert(
        fc.asyncProperty(locks, async (wanted) => {
          const before = await totals(accounts)
          await Promise.all(wanted.map(countIn))
          const expected = accounts.map(
            (account, n) => (before[n] ?? 0) + wanted.filter((w) => w.includes(account)).length,
          )
          expect(await totals(accounts)).toEqual(expected)
        }),
        { numRuns: 30 },
      )

      async function countIn(locked: readonly string[]): Promise<void> {
        await store.write(locked, async (tx) => {
          if (locked.length % 2 === 0) await others()
          for (const account of locked) await addOne(tx, { account, region: '' }, 'n')
        })
      }

      function totals(of: readonly string[]): Promise<number[]> {
        return Promise.all(
          of.map(async (account) => {
            const entry = await store.get(counters, { account, region: '' }, 'n')
            return entry?.value ?? 0
          }),
        )
      }
    })

    test('that name an account twice lock it once', async () => {
      const { store } = await openFixture(open)
      await store.write([ANA.account, '', ANA.account], (tx) => addOne(tx, ANA, 'n'))
      await store.write([ANA.account], (tx) => addOne(tx, ANA, 'n'))
      expect((await store.get(counters, ANA, 'n'))?.value).toBe(2)
    })

    test('that fail give their locks back to those who wait', async () => {
      const { store } = await openFixture(open)
      const failing = store.write([ANA.account, LUIS.account], async () => {
        await others()
        throw new Error('refused')
      })
      const waiting = [putThing(store, ANA, 'a'), putThing(store, LUIS, 'b')]
      await expect(failing).rejects.toThrow('refused')
      await Promise.all(waiting)
      expect([await keysOf(store, ANA), await keysOf(store, LUIS)]).toEqual([['a'], ['b']])
    })
  })

  describe('a read', () => {
    test('sees one picture, whatever is written and expires meanwhile', async () => {
      const { store, clock } = await openFixture(open)
      await putThing(store, ANA, 'a')
      const expiresAt = clock.now() + 1
      await store.write([LUIS.account], (tx) =>
        tx.put(things, LUIS, 'x', { name: 'x' }, { expiresAt }),
      )
      const seen = await store.read(async (reader) => {
        const first = await reader.list(things, ANA)
        await putThing(store, ANA, 'b')
        await store.write([ANA.account], (tx) => tx.delete(things, ANA, 'a'))
        await clock.advance(1)
        const again = await reader.list(things, ANA)
        return [first, again, [await reader.get(things, LUIS, 'x')]]
      })
      expect(seen.map((entries) => entries.map((entry) => entry?.key))).toEqual([
        ['a'],
        ['a'],
        ['x'],
      ])
      expect(await keysOf(store, ANA)).toEqual(['b'])
    })

    test('that fails, fails', async () => {
      const { store } = await openFixture(open)
      const failing = store.read(() => {
        throw new Error('refused')
      })
      await expect(failing).rejects.toThrow('refused')
    })
  })
}
