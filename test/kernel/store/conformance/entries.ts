/** Conformance: single entries, their versions, their end, and that nobody can change them from outside. */
import { describe, expect, test } from 'vitest'
import { Conflict, defineCollection, InvalidKey, type Scope, START } from '#kernel/store/store.ts'
import {
  ANA,
  GLOBAL,
  LUIS,
  NOON,
  type OpenStore,
  openFixture,
  putThing,
  things,
} from '../storeFixture.ts'

export function describeEntries(open: OpenStore): void {
  describe('entries', () => {
    test('are found under their key, and count their puts', async () => {
      const { store } = await openFixture(open)
      expect(await store.get(things, ANA, 'a')).toBeUndefined()
      await putThing(store, ANA, 'a', 'first')
      await putThing(store, ANA, 'a', 'second')
      expect(await store.get(things, ANA, 'a')).toEqual({
        key: 'a',
        value: { name: 'second' },
        version: 2,
      })
    })

    test('of another account, region or collection are others', async () => {
      const { store } = await openFixture(open)
      const others = defineCollection<{ name: string }>('test.others')
      const elsewhere: Scope = { ...ANA, region: 'eu-west-1' }
      await putThing(store, ANA, 'a')
      await putThing(store, elsewhere, 'b')
      await putThing(store, LUIS, 'c')
      await putThing(store, GLOBAL, 'd')
      await store.write([ANA.account], (tx) => tx.put(others, ANA, 'e', { name: 'e' }))
      const found = await Promise.all([
        ...[ANA, elsewhere, LUIS, GLOBAL].map((scope) => store.list(things, scope)),
        store.list(others, ANA),
      ])
      expect(found.map((entries) => entries.map(({ key }) => key))).toEqual([
        ['a'],
        ['b'],
        ['c'],
        ['d'],
        ['e'],
      ])
    })

    test('go when deleted, and begin again at version 1', async () => {
      const { store } = await openFixture(open)
      await putThing(store, ANA, 'a')
      await putThing(store, ANA, 'a')
      const remove = () => store.write([ANA.account], (tx) => tx.delete(things, ANA, 'a'))
      expect(await remove()).toBe(true)
      expect(await store.get(things, ANA, 'a')).toBeUndefined()
      expect(await remove()).toBe(false)
      await putThing(store, ANA, 'a')
      expect((await store.get(things, ANA, 'a'))?.version).toBe(1)
    })

    test('may have any key but those that not every store can keep', async () => {
      const { store } = await openFixture(open)
      const fine = ['', ' ', '/', 'a\u0001b', '\u{1f600}', '\ufffd', 'a'.repeat(2000)]
      for (const key of fine) await putThing(store, ANA, key)
      for (const key of fine) expect((await store.get(things, ANA, key))?.value.name).toBe(key)
      for (const key of ['a\0b', '\0', 'half \ud83d', '\ude00 half', '\ude00\ud83d']) {
        await expect(putThing(store, ANA, key)).rejects.toThrow(InvalidKey)
        expect(await store.get(things, ANA, key)).toBeUndefined()
      }
    })

    test('cannot be reached through an account or region with a control character', async () => {
      const { store } = await openFixture(open)
      await putThing(store, { account: ANA.account, region: 'r' }, 'a')
      const crooked: Scope = { account: `${ANA.account}\u0001r`, region: '' }
      await expect(store.get(things, crooked, 'a')).rejects.toThrow('control character')
      await expect(store.list(things, crooked)).rejects.toThrow('control character')
    })
  })

  describe('compare-and-set', () => {
    test.each([
      { stands: 0, ifVersion: null, ok: true },
      { stands: 0, ifVersion: 1, ok: false },
      { stands: 2, ifVersion: null, ok: false },
      { stands: 2, ifVersion: 1, ok: false },
      { stands: 2, ifVersion: 2, ok: true },
      { stands: 2, ifVersion: 3, ok: false },
      { stands: 2, ifVersion: undefined, ok: true },
    ])('on version $stands with ifVersion $ifVersion: $ok', async ({ stands, ifVersion, ok }) => {
      const { store } = await openFixture(open)
      for (let put = 0; put < stands; put++) await putThing(store, ANA, 'a', 'before')
      const write = store.write([ANA.account], (tx) =>
        tx.put(things, ANA, 'a', { name: 'after' }, { ifVersion }),
      )
      if (ok) await write
      else await expect(write).rejects.toThrow(Conflict)
      const entry = await store.get(things, ANA, 'a')
      expect(entry?.version ?? 0).toBe(ok ? stands + 1 : stands)
      if (entry) expect(entry.value.name).toBe(ok ? 'after' : 'before')
    })

    test('guards deletes as well', async () => {
      const { store } = await openFixture(open)
      await putThing(store, ANA, 'a')
      const remove = (key: string, ifVersion: number) =>
        store.write([ANA.account], (tx) => tx.delete(things, ANA, key, { ifVersion }))
      await expect(remove('a', 2)).rejects.toThrow(Conflict)
      await expect(remove('missing', 1)).rejects.toThrow(Conflict)
      expect(await remove('a', 1)).toBe(true)
    })

    test('lets one of many racers win', async () => {
      const { store } = await openFixture(open)
      const claim = (name: string) =>
        store.write([''], (tx) => tx.put(things, GLOBAL, 'bucket', { name }, { ifVersion: null }))
      const claims = await Promise.allSettled(['a', 'b', 'c', 'd'].map(claim))
      const refused = claims.flatMap((claimed) =>
        claimed.status === 'rejected' ? [claimed.reason] : [],
      )
      expect(refused).toHaveLength(3)
      for (const reason of refused) expect(reason).toBeInstanceOf(Conflict)
      expect((await store.get(things, GLOBAL, 'bucket'))?.version).toBe(1)
    })

    test('sees the versions that its own transaction made', async () => {
      const { store } = await openFixture(open)
      await store.write([ANA.account], async (tx) => {
        await tx.put(things, ANA, 'a', { name: '1' }, { ifVersion: null })
        await tx.put(things, ANA, 'a', { name: '2' }, { ifVersion: 1 })
        await tx.delete(things, ANA, 'a', { ifVersion: 2 })
        await tx.put(things, ANA, 'a', { name: '3' }, { ifVersion: null })
      })
      expect(await store.get(things, ANA, 'a')).toMatchObject({ version: 1, value: { name: '3' } })
    })
  })

  describe('expiry', () => {
    const putUntil = (store: Parameters<typeof putThing>[0], key: string, expiresAt: number) =>
      store.write([ANA.account], (tx) => tx.put(things, ANA, key, { name: key }, { expiresAt }))

    test('takes an entry away from its instant on, by the sandbox clock', async () => {
      const { store, clock } = await openFixture(open)
      await putUntil(store, 'a', NOON + 1000)
      await putThing(store, ANA, 'b')
      await clock.advance(999)
      expect((await store.get(things, ANA, 'a'))?.expiresAt).toBe(NOON + 1000)
      expect(await store.list(things, ANA)).toHaveLength(2)
      await clock.advance(1)
      expect(await store.get(things, ANA, 'a')).toBeUndefined()
      expect((await store.list(things, ANA)).map(({ key }) => key)).toEqual(['b'])
      expect([...store.dump()].map(({ entry }) => entry.key)).toEqual(['b'])
    })

    test('does not count towards the limit of a list', async () => {
      const { store, clock } = await openFixture(open)
      for (const key of ['a', 'b', 'c']) await putUntil(store, key, NOON + 1)
      for (const key of ['d', 'e', 'f']) await putThing(store, ANA, key)
      await clock.advance(1)
      const page = await store.list(things, ANA, { limit: 2 })
      expect(page.map(({ key }) => key)).toEqual(['d', 'e'])
    })

    test('makes room: what expired does not exist for a put or a delete', async () => {
      const { store, clock } = await openFixture(open)
      await putUntil(store, 'a', NOON + 1)
      await clock.advance(1)
      await store.write([ANA.account], async (tx) => {
        expect(await tx.get(things, ANA, 'a')).toBeUndefined()
        expect(await tx.delete(things, ANA, 'a')).toBe(false)
        await tx.put(things, ANA, 'a', { name: 'new' }, { ifVersion: null })
      })
      const entry = await store.get(things, ANA, 'a')
      expect(entry).toEqual({ key: 'a', value: { name: 'new' }, version: 1 })
    })

    test('ends with a put that names no instant', async () => {
      const { store, clock } = await openFixture(open)
      await putUntil(store, 'a', NOON + 1)
      await putThing(store, ANA, 'a')
      await clock.advance(10)
      expect(await store.get(things, ANA, 'a')).toBeDefined()
    })

    test('stays out of the journal, however much expires', async () => {
      const { store, clock } = await openFixture(open)
      for (let n = 0; n < 300; n++) await putUntil(store, `old ${n}`, NOON + 1)
      await clock.advance(1)
      for (let n = 0; n < 300; n++) await putThing(store, LUIS, `new ${n}`)
      const changes = await store.changes(ANA.account, START, 1000)
      expect(changes).toHaveLength(300)
      expect([...store.dump()]).toHaveLength(300)
    })
  })

  describe('values', () => {
    test('are frozen to the bottom, the one put and the one read', async () => {
      const { store } = await openFixture(open)
      const deep = defineCollection<{ list: { n: number }[] }>('test.deep')
      const value = { list: [{ n: 1 }] }
      await store.write([ANA.account], (tx) => tx.put(deep, ANA, 'a', value))
      const entry = await store.get(deep, ANA, 'a')
      expect(() => value.list.push({ n: 2 })).toThrow(TypeError)
      expect(() => Object.assign(entry?.value.list[0] ?? {}, { n: 2 })).toThrow(TypeError)
      expect(() => Object.assign(entry ?? {}, { version: 9 })).toThrow(TypeError)
      expect((await store.get(deep, ANA, 'a'))?.value).toEqual({ list: [{ n: 1 }] })
    })

    test.each([
      ['a date', { at: new Date(NOON) }],
      ['a map', { map: new Map() }],
      ['an instance of a class', { error: new Error('x') }],
      ['a function', { run: () => 1 }],
      ['a symbol', { mark: Symbol('x') }],
    ])('are plain data: %s is refused', async (_name, value) => {
      const { store } = await openFixture(open)
      const any = defineCollection<unknown>('test.any')
      const write = store.write([ANA.account], (tx) => tx.put(any, ANA, 'a', value))
      await expect(write).rejects.toThrow('plain data')
      expect([...store.dump()]).toEqual([])
    })

    test('do not hold themselves', async () => {
      const { store } = await openFixture(open)
      const any = defineCollection<unknown>('test.any')
      const ring: { self?: unknown } = {}
      ring.self = ring
      const write = store.write([ANA.account], (tx) => tx.put(any, ANA, 'a', ring))
      await expect(write).rejects.toThrow('holds itself')
    })

    test('may be bytes, null, text, or a record whose keys people choose', async () => {
      const { store } = await openFixture(open)
      const any = defineCollection<unknown>('test.any')
      const tags = Object.assign(Object.create(null), { ['__proto__']: 'x', constructor: 'y' })
      const values = [null, 'text', 0, false, [1, [2]], { body: Buffer.from('bytes'), tags }]
      await store.write([ANA.account], async (tx) => {
        for (const [n, value] of values.entries()) await tx.put(any, ANA, `${n}`, value)
      })
      expect((await store.list(any, ANA)).map(({ value }) => value)).toEqual(values)
    })
  })
}
