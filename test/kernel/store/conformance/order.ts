/** Conformance: keys come in the order of their code points, and pages of them neither skip nor repeat. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Range } from '#kernel/store/store.ts'
import { ANA, type OpenStore, openFixture, putThing, things } from '../storeFixture.ts'

/** In the order that S3 lists them; by UTF-16 unit the last two would come before the third last. */
const IN_ORDER = [
  '',
  '!',
  'A',
  'a',
  'a\u0001',
  'a/',
  'a/b',
  'aa',
  'b',
  'é',
  '\ud7ff',
  '\ue000',
  '\ufffd',
  '\u{10000}',
  '\u{1f600}',
]

export function describeOrder(open: OpenStore): void {
  describe('order', () => {
    async function withKeys(keys: readonly string[]) {
      const { store } = await openFixture(open)
      for (const key of keys) await putThing(store, ANA, key)
      const list = async (range: Range) =>
        (await store.list(things, ANA, range)).map(({ key }) => key)
      return { store, list }
    }

    test('is by code point: an emoji comes after U+FFFD', async () => {
      const { list } = await withKeys([...IN_ORDER].reverse())
      expect(await list({})).toEqual(IN_ORDER)
    })

    test.each<[string, Range, string[]]>([
      ['an empty prefix', { prefix: '' }, IN_ORDER],
      ['a prefix', { prefix: 'a' }, ['a', 'a\u0001', 'a/', 'a/b', 'aa']],
      ['a prefix of emoji', { prefix: '\u{1f600}' }, ['\u{1f600}']],
      ['a prefix that nothing has', { prefix: 'zz' }, []],
      ['after a key', { after: '\ufffd' }, ['\u{10000}', '\u{1f600}']],
      ['after what is no key', { after: 'a/a' }, IN_ORDER.slice(IN_ORDER.indexOf('a/b'))],
      ['after the empty key', { after: '', limit: 2 }, ['!', 'A']],
      ['after the last key', { after: '\u{1f600}' }, []],
      ['after within the prefix', { prefix: 'a', after: 'a/' }, ['a/b', 'aa']],
      ['after the prefix itself', { prefix: 'a', after: 'a' }, ['a\u0001', 'a/', 'a/b', 'aa']],
      ['after before the prefix', { prefix: 'a', after: 'A' }, ['a', 'a\u0001', 'a/', 'a/b', 'aa']],
      ['after beyond the prefix', { prefix: 'a', after: 'b' }, []],
      ['a limit', { limit: 3 }, ['', '!', 'A']],
      ['a limit of none', { limit: 0 }, []],
      ['a limit beyond all', { limit: 1000, prefix: 'b' }, ['b']],
      ['all three', { prefix: 'a', after: 'a', limit: 2 }, ['a\u0001', 'a/']],
    ])('lists %s', async (_name, range, expected) => {
      const { list } = await withKeys(IN_ORDER)
      expect(await list(range)).toEqual(expected)
    })

    test('is the same within a transaction, with its own puts and deletes in place', async () => {
      const { store } = await withKeys(['a', 'c', 'e'])
      const seen = await store.write([ANA.account], async (tx) => {
        await tx.put(things, ANA, 'd', { name: 'd' })
        await tx.put(things, ANA, '\u{1f600}', { name: 'smile' })
        await tx.put(things, ANA, '\ufffd', { name: 'mark' })
        await tx.delete(things, ANA, 'c')
        return tx.list(things, ANA, { after: 'a' })
      })
      expect(seen.map(({ key }) => key)).toEqual(['d', 'e', '\ufffd', '\u{1f600}'])
    })

    test('lets pages of any size add up to the whole', async () => {
      const keys = fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 4 }), { maxLength: 40 })
      await fc.assert(
        fc.asyncProperty(keys, fc.integer({ min: 1, max: 7 }), async (drawn, limit) => {
          const kept = drawn.filter((key) => !key.includes('\0'))
          const { list } = await withKeys(kept)
          const paged: string[] = []
          for (let page = await list({ limit }); page.length > 0; ) {
            paged.push(...page)
            page = await list({ limit, after: page.at(-1) })
          }
          expect(paged).toEqual([...kept].sort(byUtf8))
        }),
        { numRuns: 100 },
      )
    })
  })
}

const byUtf8 = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))
