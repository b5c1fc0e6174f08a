import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pageOf, pageOfCollection } from '#iam/page.ts'
import { createSandboxClock } from '#kernel/clock/sandboxClock.ts'
import { createMemoryStore } from '#kernel/store/memoryStore.ts'
import { defineCollection } from '#kernel/store/store.ts'

const names = fc.uniqueArray(fc.stringMatching(/^[a-z0-9+=,.@_-]{1,12}$/), { maxLength: 30 })
const names3 = ['a', 'b', 'c']
const scope = { account: '111122223333', region: '' }
const collection = defineCollection<string>('test/names')

async function walk(
  page: (Marker: string | undefined) => Promise<ReturnType<typeof pageOf<string>>>,
) {
  const sizes: number[] = []
  const seen: string[] = []
  let Marker: string | undefined
  do {
    const { items, position } = await page(Marker)
    expect(position.IsTruncated).toBe(position.Marker !== undefined)
    seen.push(...items)
    sizes.push(items.length)
    Marker = position.Marker
  } while (Marker !== undefined)
  return { seen, sizes }
}

describe('pages', () => {
  test('show every item once, in order, all but the last full', async () => {
    await fc.assert(
      fc.asyncProperty(names, fc.integer({ min: 1, max: 9 }), async (items, MaxItems) => {
        const sorted = [...items].sort()
        const { seen, sizes } = await walk(async (Marker) =>
          pageOf(items, (item) => item, { Marker, MaxItems }),
        )
        expect(seen).toEqual(sorted)
        expect(sizes.slice(0, -1).every((size) => size === MaxItems)).toBe(true)
      }),
    )
  })

  test('of a collection are the same, whatever is left out', async () => {
    await fc.assert(
      fc.asyncProperty(names, fc.integer({ min: 1, max: 9 }), async (items, MaxItems) => {
        const store = createMemoryStore({ clock: createSandboxClock() })
        await store.write([scope.account], async (tx) => {
          for (const item of items) await tx.put(collection, scope, item, item)
        })
        const keep = (item: string) => item.length % 3 !== 0
        const { seen, sizes } = await walk((Marker) =>
          pageOfCollection(store, { collection, scope }, keep, { Marker, MaxItems }),
        )
        expect(seen).toEqual(items.filter(keep).sort())
        expect(sizes.slice(0, -1).every((size) => size === MaxItems)).toBe(true)
        await store.close()
      }),
      { numRuns: 40 },
    )
  })

  test('have markers that nobody can alter or make up', () => {
    const { Marker = '' } = pageOf(names3, (item) => item, { MaxItems: 1 }).position
    expect(pageOf(names3, (item) => item, { Marker }).items).toEqual(['b', 'c'])
    const altered = [...Marker].map(
      (character, i) =>
        `${Marker.slice(0, i)}${character === 'A' ? 'B' : 'A'}${Marker.slice(i + 1)}`,
    )
    const made = ['', 'a', 'YQ', Buffer.from('a').toString('base64'), `${Marker}A`, Marker.slice(1)]
    for (const marker of [...altered, ...made])
      expect(() => pageOf(names3, (item) => item, { Marker: marker }), marker).toThrow(
        'Invalid Marker.',
      )
  })

  test('have a marker that fits where one may stand', () => {
    const long = Array.from({ length: 3 }, (_, i) => `${i}${'x'.repeat(127)}`)
    const { Marker = '' } = pageOf(long, (item) => item, { MaxItems: 1 }).position
    expect(Marker).toMatch(/^[\u0020-\u00FF]{1,320}$/)
  })
})
