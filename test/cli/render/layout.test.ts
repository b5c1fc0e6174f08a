import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flow } from '#cli/render/flow.ts'
import { ranges } from '#cli/render/ranges.ts'
import { symbolsFor } from '#cli/render/symbols.ts'
import { table } from '#cli/render/table.ts'
import { clockTime, shortDuration } from '#cli/render/time.ts'
import { wrap } from '#cli/render/wrap.ts'

describe('wrapping', () => {
  const words = fc.array(fc.stringMatching(/^[!-~]{1,60}$/), { minLength: 1, maxLength: 30 })

  test('keeps every character, in order, within the width', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 100 }), (all, width) => {
        const lines = wrap(all.join(' '), width, '  * ', '    ')
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width)
        const said = lines.map((line) => line.slice(4)).join('')
        expect(said.replaceAll(' ', '')).toBe(all.join(''))
      }),
    )
  })

  test('hangs what follows under the first word', () => {
    expect(wrap('one two three', 9, '* ', '  ')).toEqual(['* one two', '  three'])
  })

  test('ends also where the indent leaves no room, and for one endless word', () => {
    expect(wrap('some word', 8, '          ')).toEqual(['          some', '          word'])
    expect(wrap('x'.repeat(1_000_000), 80)).toHaveLength(12_500)
  })

  test('breaks an ARN after a slash, where it has one', () => {
    expect(wrap('role arn:aws:iam::1:role/path/Name', 22)).toEqual([
      'role',
      'arn:aws:iam::1:role/',
      'path/Name',
    ])
  })

  test('breaks what is longer than a line', () => {
    expect(wrap('abcdefghij k', 6, '> ')).toEqual(['> abcd', '> efgh', '> ij k'])
  })
})

describe('columns that flow', () => {
  test('stay on one line while they fit', () => {
    expect(flow(['a', 'bb', '', 'c'], 9, '   ')).toEqual(['a  bb  c'])
  })

  test('go on indented where they do not', () => {
    expect(flow(['a', 'bbbb', 'cccc'], 9, '   ')).toEqual(['a  bbbb', '   cccc'])
  })
})

describe('a table', () => {
  test('is as wide as its contents, and cuts the last column at the left', () => {
    const rows = [
      ['a', 'who'],
      ['bbb', 'arn:aws:iam::1:user/ana'],
    ]
    expect(table(rows, 14, '…')).toEqual(['a    who', 'bbb  …user/ana'])
  })

  test('never exceeds its width by its last column', () => {
    const row = fc.tuple(fc.stringMatching(/^[a-z]{0,8}$/), fc.stringMatching(/^[a-z]{0,90}$/))
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1 }),
        fc.integer({ min: 20, max: 80 }),
        (rows, width) => {
          for (const line of table(rows, width, '..'))
            expect(line.length).toBeLessThanOrEqual(width)
        },
      ),
    )
  })
})

describe('times', () => {
  test.each([
    [0, '0 s'],
    [44_600, '45 s'],
    [119_000, '119 s'],
    [120_000, '2 min'],
    [3_540_000, '59 min'],
    [3_599_000, '1 h'],
    [3_600_000, '1 h'],
    [5_400_000, '1 h 30 min'],
    [28_800_000, '8 h'],
    [-5_000, '0 s'],
  ])('%i ms are %s', (milliseconds, shown) => {
    expect(shortDuration(milliseconds)).toBe(shown)
  })

  test('carry the date only where it is another one', () => {
    expect(clockTime('2026-11-24T14:03:22.000Z')).toBe('14:03:22Z')
    expect(clockTime('2026-11-25T02:00:00Z', '2026-11-24T18:00:00Z')).toBe('2026-11-25 02:00:00Z')
  })
})

describe('hop numbers', () => {
  test.each([
    [[9, 10, 11, 12], '9-12'],
    [[7, 8, 10], '7-8, 10'],
    [[3], '3'],
    [[], ''],
  ])('%j are written %s', (numbers, written) => {
    expect(ranges(numbers)).toBe(written)
  })
})

describe('signs', () => {
  test.each([
    [{ LANG: 'en_US.UTF-8' }, '✓'],
    [{ LANG: 'C.utf8' }, '✓'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'C' }, 'ok'],
    [{ LC_CTYPE: 'es_ES.UTF-8', LANG: 'C' }, '✓'],
    [{ LANG: 'es_ES.ISO-8859-1' }, 'ok'],
    [{}, 'ok'],
  ])('of %j: %s', (env, passed) => {
    expect(symbolsFor(env).passed).toBe(passed)
  })
})
