import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesGlob } from '#s3/policy/matchesGlob.ts'

test.each([
  ['', '', true],
  ['*', '', true],
  ['a', 'a', true],
  ['a', 'b', false],
  ['a*', 'abc', true],
  ['*c', 'abc', true],
  ['a*c', 'abcbc', true],
  ['a?c', 'abc', true],
  ['a?c', 'ac', false],
  ['get*acl', 'getobjectacl', true],
  ['get*acl', 'getobject', false],
])('%s matches %s: %s', (pattern, text, expected) => {
  expect(matchesGlob(pattern, text)).toBe(expected)
})

test('a pattern of parts with stars between matches any text with the parts in that order', () => {
  const parts = fc.array(fc.string({ maxLength: 4 }).map((text) => text.replace(/[*?]/g, '')))
  fc.assert(
    fc.property(parts, parts, (some, gaps) => {
      const pattern = some.join('*')
      const text = some.map((part, at) => (at === 0 ? '' : (gaps[at] ?? '')) + part).join('')
      expect(matchesGlob(pattern, text)).toBe(true)
    }),
  )
})

test('many stars cost no more than their number times the length', () => {
  expect(matchesGlob(`${'*a'.repeat(2000)}b`, 'a'.repeat(20_000))).toBe(false)
})
