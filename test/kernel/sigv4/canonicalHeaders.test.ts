import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canonicalHeaders,
  canonicalValue,
  collectHeaders,
  signedHeaderNames,
} from '#kernel/sigv4/canonicalHeaders.ts'

describe('a header value', () => {
  test.each([
    ['', ''],
    ['   ', ''],
    ['a', 'a'],
    ['  a  b  ', 'a b'],
    ['\ta\t\tb\t', 'a b'],
    ['a \t b', 'a b'],
    ['"a   b"', '"a b"'],
    ['a\u00a0\u00a0b', 'a\u00a0\u00a0b'],
  ])('%j becomes %j', (value, canonical) => {
    expect(canonicalValue(value)).toBe(canonical)
  })

  test('changes once at most', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(' ', '\t', 'a', 'b') }), (value) => {
        const once = canonicalValue(value)
        expect(once).toBe(value.trim().replace(/[ \t]+/g, ' '))
        expect(canonicalValue(once)).toBe(once)
      }),
    )
  })
})

describe('the headers of a request', () => {
  test('are joined with commas in wire order where a name is repeated in any case', () => {
    const { values, repeated } = collectHeaders(['X-A', ' 2 ', 'host', 'h', 'x-a', '1', 'X-a', ''])
    expect(values.get('x-a')).toBe('2,1,')
    expect([...repeated]).toEqual(['x-a'])
  })

  test('may be called like members of an object', () => {
    const { values } = collectHeaders(['__proto__', 'a', 'constructor', 'b'])
    expect(canonicalHeaders(values, ['__proto__', 'constructor'])).toBe(
      '__proto__:a\nconstructor:b\n',
    )
  })

  test('leave no line where a signed one is missing', () => {
    const { values } = collectHeaders(['host', 'h', 'x-empty', ''])
    expect(canonicalHeaders(values, ['host', 'x-empty', 'x-gone'])).toBe('host:h\nx-empty:\n')
  })
})

describe('SignedHeaders', () => {
  test.each([
    [
      ['host', 'x-amz-date'],
      ['host', 'x-amz-date'],
    ],
    [
      ['X-Amz-Date', 'Host'],
      ['host', 'x-amz-date'],
    ],
    [['host', 'host', 'Host'], ['host']],
    [[], []],
  ])('%j are read as %j', (given, names) => {
    expect(signedHeaderNames(given)).toEqual(names)
  })
})
