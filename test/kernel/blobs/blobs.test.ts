import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memoryBlobs } from '#kernel/blobs/memoryBlobs.ts'
import { INLINE_LIMIT, readBody, storeBody } from '#kernel/blobs/storedBody.ts'

const none: ReadonlySet<string> = new Set()

describe('a blob', () => {
  test('has the SHA-256 of its bytes for a name, and is kept once', async () => {
    const blobs = memoryBlobs()
    const body = Buffer.from('hello')
    const ref = await blobs.put(body)
    expect(ref).toEqual({ hash: createHash('sha256').update('hello').digest('hex'), size: 5 })
    expect(await blobs.put(Buffer.from('hello'))).toEqual(ref)
    expect(await blobs.get(ref.hash)).toEqual(body)
    await blobs.sweep(none)
    expect(await blobs.sweep(none)).toBe(1)
  })

  test('that nobody put is not there', async () => {
    expect(await memoryBlobs().get('0'.repeat(64))).toBeUndefined()
  })

  test('goes when two sweeps in a row find it in no record', async () => {
    const blobs = memoryBlobs()
    const [kept, dropped] = await Promise.all([
      blobs.put(Buffer.from('kept')),
      blobs.put(Buffer.from('dropped')),
    ])
    expect(await blobs.sweep(new Set([kept.hash]))).toBe(0)
    expect(await blobs.sweep(new Set([kept.hash]))).toBe(1)
    expect(await blobs.get(dropped.hash)).toBeUndefined()
    expect(await blobs.get(kept.hash)).toBeDefined()
  })

  test('that is put again just before a sweep survives it, for its new record', async () => {
    const blobs = memoryBlobs()
    const { hash } = await blobs.put(Buffer.from('again'))
    await blobs.sweep(none)
    await blobs.put(Buffer.from('again'))
    await blobs.sweep(none)
    expect(await blobs.get(hash)).toBeDefined()
    await blobs.sweep(none)
    expect(await blobs.get(hash)).toBeUndefined()
  })
})

describe('the body of a record', () => {
  test.each([
    [0, 'inline'],
    [INLINE_LIMIT, 'inline'],
    [INLINE_LIMIT + 1, 'blob'],
  ])('of %i bytes is kept %s', async (size, where) => {
    const body = await storeBody(memoryBlobs(), Buffer.alloc(size, 'x'))
    expect(body.size).toBe(size)
    expect('hash' in body ? 'blob' : 'inline').toBe(where)
  })

  test('is read whole or in part, wherever it is kept', async () => {
    const blobs = memoryBlobs()
    const small = Buffer.from(Array.from({ length: 100 }, (_, n) => n))
    const large = Buffer.concat([small, Buffer.alloc(INLINE_LIMIT, 'x')])
    const bounds = fc.option(fc.integer({ min: -3, max: 120 }), { nil: undefined })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(small, large), bounds, bounds, async (bytes, from, to) => {
        const body = await storeBody(blobs, bytes)
        const expected = [...bytes.entries()]
          .filter(([n]) => n >= (from ?? 0) && n < (to ?? bytes.length))
          .map(([, byte]) => byte)
        expect([...((await readBody(blobs, body, from, to)) ?? [])]).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  test('does not keep the network buffer alive that it came in', async () => {
    const blobs = memoryBlobs()
    const packet = Buffer.alloc(1_000_000, 'x')
    packet.write('hello')
    const body = await storeBody(blobs, packet.subarray(0, 5))
    packet.fill(0)
    expect((await readBody(blobs, body))?.toString()).toBe('hello')
  })

  test('is missing when its blob is gone', async () => {
    const body = { size: 70_000, hash: '0'.repeat(64) }
    expect(await readBody(memoryBlobs(), body)).toBeUndefined()
  })
})
