import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMemoryStore } from '#kernel/store/memoryStore.ts'
import { defineCollection, type Store } from '#kernel/store/store.ts'
import { listPage, type Page, type PageRequest, type Position } from '#s3/listing/listPage.ts'

const collection = defineCollection<number>('keys')
const scope = { account: '111122223333', region: 'us-east-1' }

async function storeOf(keys: readonly string[]): Promise<Store> {
  const store = createMemoryStore({ clock: { now: () => 0 } })
  await store.write([scope.account], async (tx) => {
    for (const [index, key] of keys.entries()) await tx.put(collection, scope, key, index)
  })
  return store
}

/** Counts the entries that a page costs. */
function scannerOf(store: Store, prefix: string) {
  const counted = { entries: 0, scans: 0 }
  const scan = async (range: { after: string | undefined; limit: number }) => {
    const found = await store.list(collection, scope, { prefix, ...range })
    counted.entries += found.length
    counted.scans++
    return found
  }
  return { scan, counted }
}

/** What S3's documentation says, over a sorted array: the model that the algorithm is held against. */
function modelled(keys: readonly string[], prefix: string, delimiter: string, after: string) {
  const wanted = [...new Set(keys)]
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .filter((key) => key.startsWith(prefix) && (after === '' || isAfter(key, after)))
  const items = wanted.map((key) => {
    const at = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length)
    return at < 0 ? `key ${key}` : `prefix ${key.slice(0, at + delimiter.length)}`
  })
  return [...new Set(items)]
}

const isAfter = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b)) > 0

const itemsOf = (page: Page<number>) => [
  ...page.contents.map(({ key }) => `key ${key}`),
  ...page.commonPrefixes.map((prefix) => `prefix ${prefix}`),
]

async function allPages(store: Store, request: PageRequest): Promise<Page<number>[]> {
  const pages: Page<number>[] = []
  let from = request.from
  do {
    const { scan } = scannerOf(store, request.prefix)
    const page = await listPage(scan, { ...request, from })
    pages.push(page)
    from = page.next
  } while (from)
  return pages
}

const startAfter = (text: string): Position | undefined =>
  text === '' ? undefined : { kind: 'key', text }

describe('a page of keys', () => {
  test('rolls up what stands before the delimiter', async () => {
    const store = await storeOf(['a', 'b/1', 'b/2', 'c', 'd/e/f'])
    const { scan } = scannerOf(store, '')
    const request = { prefix: '', delimiter: '/', from: undefined, maxKeys: 1000 }
    const page = await listPage(scan, request)
    expect(page.contents.map(({ key }) => key)).toEqual(['a', 'c'])
    expect(page.commonPrefixes).toEqual(['b/', 'd/'])
    expect(page.next).toBeUndefined()
  })

  test('counts a common prefix as one key, and goes on behind all of it', async () => {
    const store = await storeOf(['a/1', 'a/2', 'a/3', 'b/1', 'c'])
    const { scan } = scannerOf(store, '')
    const request = { prefix: '', delimiter: '/', from: undefined, maxKeys: 1 }
    const page = await listPage(scan, request)
    expect(page.commonPrefixes).toEqual(['a/'])
    expect(page.next).toEqual({ kind: 'prefix', text: 'a/' })
    const next = await listPage(scannerOf(store, '').scan, { ...request, from: page.next })
    expect(next.commonPrefixes).toEqual(['b/'])
  })

  test('is not truncated where only keys of its last prefix follow', async () => {
    const keys = Array.from({ length: 100 }, (_, i) => `a/${i}`)
    const { scan } = scannerOf(await storeOf(keys), '')
    const request = { prefix: '', delimiter: '/', from: undefined, maxKeys: 1 }
    expect(await listPage(scan, request)).toEqual({
      contents: [],
      commonPrefixes: ['a/'],
      next: undefined,
    })
  })

  test('of no keys is never truncated', async () => {
    const { scan } = scannerOf(await storeOf(['a']), '')
    const page = await listPage(scan, { prefix: '', delimiter: '', from: undefined, maxKeys: 0 })
    expect(page).toEqual({ contents: [], commonPrefixes: [], next: undefined })
  })

  test('start-after inside a prefix shows the prefix if keys of it follow', async () => {
    const { scan } = scannerOf(await storeOf(['a/1', 'a/2', 'b']), '')
    const request = { prefix: '', delimiter: '/', maxKeys: 10, from: startAfter('a/1') }
    expect((await listPage(scan, request)).commonPrefixes).toEqual(['a/'])
  })

  test('passes over keys of a prefix that end in the last code points there are', async () => {
    const last = '\u{10ffff}'
    const keys = ['p/', `p/${last}`, `p/${last.repeat(255)}`, `p${last}`, 'q']
    const { scan } = scannerOf(await storeOf(keys), '')
    const page = await listPage(scan, { prefix: '', delimiter: '/', from: undefined, maxKeys: 9 })
    expect(page.commonPrefixes).toEqual(['p/'])
    expect(page.contents.map(({ key }) => key)).toEqual([`p${last}`, 'q'])
  })

  test('costs the same in a bucket of a hundred and of ten thousand keys', async () => {
    const cost = async (folderSize: number) => {
      const folders = ['a', 'b', 'c', 'd', 'e']
      const keys = folders.flatMap((name) =>
        Array.from({ length: folderSize }, (_, i) => `${name}/${i}`),
      )
      const { scan, counted } = scannerOf(await storeOf(keys), '')
      const request = { prefix: '', delimiter: '/', from: undefined, maxKeys: 1000 }
      expect((await listPage(scan, request)).commonPrefixes).toHaveLength(5)
      return counted
    }
    expect(await cost(2000)).toEqual(await cost(20))
  })

  test('without delimiter reads one key more than it shows', async () => {
    const keys = Array.from({ length: 50 }, (_, i) => `k${i}`)
    const { scan, counted } = scannerOf(await storeOf(keys), '')
    await listPage(scan, { prefix: '', delimiter: '', from: undefined, maxKeys: 10 })
    expect(counted).toEqual({ entries: 11, scans: 1 })
  })

  test('pages together are the whole list, each full but the last, whatever keys there are', async () => {
    const unit = fc.constantFrom('a', 'b', '/', '//', '-', '\uffff', '🪣', '\u{10ffff}')
    const text = fc.array(unit, { maxLength: 4 }).map((parts) => parts.join(''))
    const property = fc.asyncProperty(
      fc.array(
        text.filter((key) => key !== ''),
        { maxLength: 40 },
      ),
      text,
      fc.constantFrom('', '/', '//', 'a', '/a', '🪣'),
      text,
      fc.integer({ min: 1, max: 7 }),
      async (keys, prefix, delimiter, after, maxKeys) => {
        const store = await storeOf(keys)
        const request = { prefix, delimiter, maxKeys, from: startAfter(after) }
        const pages = await allPages(store, request)
        const shown = pages.map(itemsOf)
        const expected = modelled(keys, prefix, delimiter, after)
        expect(shown.flat().sort()).toEqual([...expected].sort())
        for (const page of shown.slice(0, -1)) expect(page).toHaveLength(maxKeys)
        expect(pages.flatMap(({ contents }) => contents.map(({ key }) => `key ${key}`))).toEqual(
          expected.filter((item) => item.startsWith('key ')),
        )
        expect(
          pages.flatMap(({ commonPrefixes }) => commonPrefixes.map((p) => `prefix ${p}`)),
        ).toEqual(expected.filter((item) => item.startsWith('prefix ')))
      },
    )
    await fc.assert(property, { numRuns: 500 })
  })
})
