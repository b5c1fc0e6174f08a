import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { glob, type Pattern } from '#iam/policy/match/glob.ts'

/** The definition, word by word, and exponential: what `glob` is measured against. */
function naive({ text: pattern, literals }: Pattern, text: string, from = 0): boolean {
  if (from === pattern.length) return text === ''
  const char = pattern[from]
  const isWild = !literals?.has(from)
  if (char === '*' && isWild) {
    return (
      naive({ text: pattern, literals }, text, from + 1) ||
      (text !== '' && naive({ text: pattern, literals }, text.slice(1), from))
    )
  }
  const takes = (char === '?' && isWild && text !== '') || (text !== '' && text[0] === char)
  return takes && naive({ text: pattern, literals }, text.slice(1), from + 1)
}

describe('a pattern', () => {
  test.each([
    ['', '', true],
    ['', 'a', false],
    ['a', 'a', true],
    ['a', 'A', false],
    ['*', '', true],
    ['*', 'anything at all', true],
    ['?', '', false],
    ['?', 'a', true],
    ['?', 'ab', false],
    ['a*', 'a', true],
    ['a*', 'ba', false],
    ['*a', 'ba', true],
    ['*a', 'ab', false],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'a-c-b', false],
    ['*b?', 'abab', false],
    ['*b?', 'ababc', true],
    ['**', '', true],
    ['*?', '', false],
    ['*?*?*', 'a', false],
    ['*?*?*', 'ab', true],
    ['a.c', 'abc', false],
    ['[ab]', 'a', false],
    ['a\\*', 'a*', false],
    ['s3:Get*', 's3:GetObject', true],
  ])('%j matches %j: %j', (text, subject, expected) => {
    expect(glob({ text })(subject)).toBe(expected)
  })

  test('takes a marked * or ? literally', () => {
    const pattern = { text: 'a*b?*', literals: new Set([1, 3]) }
    expect(glob(pattern)('a*b?')).toBe(true)
    expect(glob(pattern)('a*b?xyz')).toBe(true)
    expect(glob(pattern)('axb?')).toBe(false)
    expect(glob(pattern)('a*bx')).toBe(false)
  })

  test('matches as the definition says', () => {
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 })
    const subject = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 10 })
    const positions = fc.uniqueArray(fc.nat(8), { maxLength: 3 })
    fc.assert(
      fc.property(pattern, subject, positions, (text, got, marked) => {
        const candidate = { text, literals: new Set(marked) }
        expect(glob(candidate)(got)).toBe(naive(candidate, got))
      }),
      { numRuns: 10_000 },
    )
  })

  test('without wildcards matches itself alone', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, other) => {
        const literals = new Set(Array.from(text, (_, n) => n))
        expect(glob({ text, literals })(text)).toBe(true)
        expect(glob({ text, literals })(other)).toBe(text === other)
      }),
    )
  })

  test('with a * put anywhere still matches what it matched', () => {
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 10 })
    const subject = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 })
    fc.assert(
      fc.property(pattern, subject, fc.nat(10), (text, got, at) => {
        fc.pre(glob({ text })(got))
        const wider = `${text.slice(0, at)}*${text.slice(at)}`
        expect(glob({ text: wider })(got)).toBe(true)
      }),
      { numRuns: 5_000 },
    )
  })
})

describe('an adversarial pattern', () => {
  const subject = 'a'.repeat(2_000)
  test.each([
    ['*? 4,000 times', '*?'.repeat(4_000)],
    ['*a 4,000 times and a b', `${'*a'.repeat(1_000)}b`],
    ['a* 4,000 times and a b', `${'a*'.repeat(4_000)}b`],
    ['long chunks that almost match', `${`*${'a'.repeat(500)}b`.repeat(20)}`],
    ['a thousand stars and a b', `${'*'.repeat(1_000)}b`],
  ])('%s is answered at once', (_, text) => {
    const started = performance.now()
    expect(glob({ text })(subject)).toBe(false)
    expect(performance.now() - started).toBeLessThan(50)
  })
})
