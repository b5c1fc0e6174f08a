import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentRange, readRange } from '#s3/objects/range.ts'

describe('Range', () => {
  test.each([
    ['bytes=0-0', 10, 0, 0],
    ['bytes=0-4', 10, 0, 4],
    ['bytes=5-', 10, 5, 9],
    ['bytes=9-9', 10, 9, 9],
    ['bytes=2-999', 10, 2, 9],
    ['bytes=-3', 10, 7, 9],
    ['bytes=-999', 10, 0, 9],
    [' bytes=1-2 ', 10, 1, 2],
    ['bytes=0-99999999999999999999999', 10, 0, 9],
  ])('%s of %i bytes is %i to %i', (header, size, first, last) => {
    expect(readRange(header, size)).toEqual({ kind: 'part', first, last })
  })

  test.each([
    ['bytes=10-', 10],
    ['bytes=10-20', 10],
    ['bytes=99999999999999999999999-', 10],
    ['bytes=-0', 10],
    ['bytes=0-', 0],
    ['bytes=-1', 0],
  ])('%s of %i bytes cannot be satisfied', (header, size) => {
    expect(readRange(header, size)).toEqual({ kind: 'unsatisfiable' })
  })

  test.each([
    undefined,
    '',
    'bytes',
    'bytes=',
    'bytes=-',
    'bytes=5-2',
    'bytes=a-b',
    'bytes=1-2,4-5',
  ])('%s is answered with the whole object', (header) => {
    expect(readRange(header, 10)).toEqual({ kind: 'whole' })
  })

  test('items are no unit that S3 knows', () => {
    expect(readRange('items=0-1', 10)).toEqual({ kind: 'whole' })
  })

  test('Content-Range names both ends and the size', () => {
    expect(contentRange({ first: 2, last: 9 }, 10)).toBe('bytes 2-9/10')
  })

  test('a part lies within the object, whatever is asked', () => {
    const header = fc.oneof(
      fc.string(),
      fc.tuple(fc.nat(), fc.nat()).map((n) => `bytes=${n.join('-')}`),
    )
    fc.assert(
      fc.property(header, fc.nat({ max: 1000 }), (asked, size) => {
        const range = readRange(asked, size)
        if (range.kind !== 'part') return
        expect(range.first).toBeGreaterThanOrEqual(0)
        expect(range.first).toBeLessThanOrEqual(range.last)
        expect(range.last).toBeLessThan(size)
      }),
    )
  })
})
