import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareCodePoints, sortKey } from '#kernel/store/codePointOrder.ts'

const texts = fc.string({ unit: 'binary', maxLength: 6 })

describe('the order of keys', () => {
  test('is that of their UTF-8 bytes', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const expected = Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b)))
        expect(Math.sign(compareCodePoints(a, b))).toBe(expected)
      }),
      { numRuns: 2000 },
    )
  })

  test('puts an emoji after U+FFFD, where JavaScript puts it before', () => {
    expect(['\u{1f600}', '\ufffd', 'z'].sort(compareCodePoints)).toEqual([
      'z',
      '\ufffd',
      '\u{1f600}',
    ])
    expect(['\u{1f600}', '\ufffd', 'z'].sort()).toEqual(['z', '\u{1f600}', '\ufffd'])
  })

  test('keeps prefixes prefixes, and different texts different', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        expect(sortKey(a + b).startsWith(sortKey(a))).toBe(true)
        expect(sortKey(a) === sortKey(b)).toBe(a === b)
      }),
    )
  })
})
