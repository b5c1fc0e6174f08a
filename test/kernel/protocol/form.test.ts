/** Forms and query strings, as the WHATWG's URL standard decodes them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadValue } from '#kernel/protocol/badValue.ts'
import {
  formValue,
  looseForm,
  percentDecode,
  percentEncode,
  readForm,
} from '#kernel/protocol/form.ts'

describe('readForm', () => {
  test.each([
    ['a plus is a space', 'a=b+c', [['a', 'b c']]],
    ['escapes are UTF-8', 'a=%C3%A9%20%2B', [['a', 'é +']]],
    [
      'a name may stand alone',
      'acl&policy=',
      [
        ['acl', ''],
        ['policy', ''],
      ],
    ],
    ['only the first equals sign divides', 'a=b=c', [['a', 'b=c']]],
    ['empty pairs are nothing', '&&a=1&', [['a', '1']]],
    ['names are decoded too', '%41ction=x', [['Action', 'x']]],
    [
      'repeated names are all kept',
      'a=1&a=2',
      [
        ['a', '1'],
        ['a', '2'],
      ],
    ],
  ])('%s', (_title, text, pairs) => {
    expect(readForm(text)).toEqual(pairs)
  })

  test.each(['a=%', 'a=%zz', 'a=%ff', '%c3=1', 'a=%C3%28'])('refuses %s', (text) => {
    expect(() => readForm(text)).toThrow(BadValue)
  })

  test('takes ten thousand parameters and not one more', () => {
    expect(readForm('a&'.repeat(10_000))).toHaveLength(10_000)
    expect(() => readForm('a&'.repeat(10_001))).toThrow(/more than 10000/)
  })

  test('gives back what URLSearchParams writes', () => {
    const pair = fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }))
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        const given = pairs.filter(([name]) => name !== '')
        expect(readForm(new URLSearchParams(given).toString())).toEqual(given)
      }),
    )
  })
})

describe('looseForm and formValue', () => {
  test('of a repeated name the first counts', () => {
    expect(looseForm('a=1&a=2').get('a')).toBe('1')
    expect(formValue('b=0&a=1&a=2', 'a')).toBe('1')
  })

  test('what cannot be decoded is not there', () => {
    expect([...looseForm('a=%ff&b=1')]).toEqual([['b', '1']])
    expect(formValue('a=%ff', 'a')).toBeUndefined()
  })

  test('never throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        looseForm(text)
        formValue(text, 'Action')
      }),
    )
  })
})

describe('percent-encoding', () => {
  test('leaves only unreserved characters, as RFC 3986 says', () => {
    expect(percentEncode("aZ09-._~ !'()*/é")).toBe('aZ09-._~%20%21%27%28%29%2A%2F%C3%A9')
  })

  test('what is encoded decodes to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(percentDecode(percentEncode(text))).toBe(text)
      }),
    )
  })
})
