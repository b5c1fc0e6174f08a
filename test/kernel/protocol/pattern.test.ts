/** AWS's patterns are Java's: every one of our tables must compile here, and none may be slow. */
import { describe, expect, test } from 'vitest'
import { compilePattern } from '#kernel/protocol/pattern.ts'
import { apis } from './fixture/apis.ts'

const patterns = [
  ...new Set(
    apis.flatMap(({ model }) =>
      Object.values(model.shapes).flatMap((shape) =>
        'pattern' in shape && shape.pattern !== undefined ? [shape.pattern] : [],
      ),
    ),
  ),
]

describe('patterns', () => {
  test('the tables have some', () => {
    expect(patterns.length).toBeGreaterThan(15)
  })

  test.each(patterns)('%s compiles', (pattern) => {
    expect(compilePattern(pattern)).toBeInstanceOf(RegExp)
  })

  test.each([
    ['covers the whole value', '[a-z]+', 'abc', 'abc1'],
    ['reads \\p{L} as any letter', '[\\p{L}]+', 'éß', 'p{'],
    ['takes escapes that Java allows and flag u forbids', '[\\w+=,.@:\\/-]*', 'a/b', 'a b'],
    ['does without flag u where Java escapes what needs none', '[\\_a]+', '_a', 'b'],
    ['lets a dot cross lines under (?s)', '(?s)a.b', 'a\nb', 'ab'],
    ['forgets case under (?i)', '(?i)abc', 'ABC', 'ABD'],
    ['does not let a line end pass for the end', '[\\w]+', 'abc', 'abc\n'],
    ['alternatives are inside the anchors', 'a|b', 'b', 'ab'],
  ])('%s', (_title, pattern, match, miss) => {
    const regexp = compilePattern(pattern)
    expect(regexp.test(match)).toBe(true)
    expect(regexp.test(miss)).toBe(false)
  })

  test('refuses a property class that JavaScript does not know, rather than read it as letters', () => {
    expect(() => compilePattern('[\\p{IsSomething}]+')).toThrow(SyntaxError)
  })

  /** What makes a backtracking engine slow: a long run that almost matches. */
  const hostile = ['/', 'a', '/a', '.', 'a.', ' ', 'arn:a', ':', '\u00e9', 'v1.']

  test.each(patterns)('%s stays linear on hostile text', (pattern) => {
    const regexp = compilePattern(pattern)
    const started = process.cpuUsage()
    for (const piece of hostile) regexp.test(`${piece.repeat(50_000)}\u0000`)
    const { user } = process.cpuUsage(started)
    expect(user / 1000).toBeLessThan(1500)
  })
})
