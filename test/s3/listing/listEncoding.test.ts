import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { urlEncoded } from '#s3/listing/listEncoding.ts'

describe('encoding-type=url', () => {
  test.each([
    ['photos/2026/a.jpg', 'photos/2026/a.jpg'],
    ['test_file(3).png', 'test_file%283%29.png'],
    ['a b', 'a+b'],
    ['a+b', 'a%2Bb'],
    ['100%', '100%25'],
    ['~*-_.', '%7E*-_.'],
    ["it's!", 'it%27s%21'],
    ['%2F', '%252F'],
    ['café', 'caf%C3%A9'],
    ['\u0001', '%01'],
  ])('writes %s as %s', (key, written) => {
    expect(urlEncoded(key)).toBe(written)
  })

  test('is read back as a form is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (key) => {
        expect(decodeURIComponent(urlEncoded(key).replaceAll('+', ' '))).toBe(key)
      }),
    )
  })
})
