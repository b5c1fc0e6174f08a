import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeBase32, encodeBase32 } from '#kernel/ids/base32.ts'

describe('base32', () => {
  // RFC 4648 section 10, without the padding.
  test.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('writes %j as %s, as RFC 4648 does', (plain, encoded) => {
    expect(encodeBase32(Buffer.from(plain))).toBe(encoded)
    expect(decodeBase32(encoded)).toEqual(Buffer.from(plain))
  })

  test('gives back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(decodeBase32(encodeBase32(bytes))).toEqual(Buffer.from(bytes))
      }),
    )
  })

  test.each(['M', 'MZX', 'MZXW6Y', 'my', 'M1', 'MY======', 'MZ', 'M Y', '\u{1f600}'])(
    'refuses %j, which nobody writes',
    (text) => {
      expect(decodeBase32(text)).toBeUndefined()
    },
  )

  test('accepts only texts that it writes itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ABMYZQ267'), maxLength: 20 }), (text) => {
        const bytes = decodeBase32(text)
        if (bytes !== undefined) expect(encodeBase32(bytes)).toBe(text)
      }),
    )
  })
})
