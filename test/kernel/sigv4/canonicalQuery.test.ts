import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalQuery, queryParameters } from '#kernel/sigv4/canonicalQuery.ts'

const canonical = (query: string) => canonicalQuery(queryParameters(query))

describe('the canonical query', () => {
  test.each([
    ['', ''],
    ['&', ''],
    ['a=1&&b=2&', 'a=1&b=2'],
    ['delete', 'delete='],
    ['delete=', 'delete='],
    ['b=1&a=2', 'a=2&b=1'],
    ['a=2&a=1&a', 'a=&a=1&a=2'],
    ['a-b=1&a=2', 'a=2&a-b=1'],
    ['A=1&a=2&B=3', 'A=1&B=3&a=2'],
    ['prefix=a/b', 'prefix=a%2Fb'],
    ['a=b=c', 'a=b%3Dc'],
    ['a=%2f%7E%41', 'a=%2F~A'],
    ['a=%zz', 'a=%25zz'],
    ['%61=1', 'a=1'],
    ['=1', '=1'],
    ['a=?', 'a=%3F'],
    ['__proto__=1', '__proto__=1'],
  ])('of %j is %j', (query, expected) => {
    expect(canonical(query)).toBe(expected)
  })

  test('has a space for a plus, as forms do: neither can stand for an escaped plus', () => {
    expect(canonical('a=b+c')).toBe('a=b%20c')
    expect(canonical('a=b%2Bc')).toBe('a=b%2Bc')
  })

  test('is in canonical form already, whatever the query', () => {
    fc.assert(
      fc.property(fc.string(), (query) => {
        const once = canonical(query)
        expect(canonical(once)).toBe(once)
      }),
    )
  })

  test('does not depend on the order of the parameters', () => {
    const parameter = fc.stringMatching(/^[a-c%=2-]{1,6}$/)
    fc.assert(
      fc.property(fc.array(parameter), (parameters) => {
        expect(canonical(parameters.join('&'))).toBe(canonical(parameters.toReversed().join('&')))
      }),
    )
  })

  test('knows where each parameter stands in the query as sent', () => {
    const query = 'b=%20&&a'
    const sources = queryParameters(query).map(({ start, end }) => query.slice(start, end))
    expect(sources).toEqual(['b=%20', 'a'])
  })
})
