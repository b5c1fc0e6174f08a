import { describe, expect, test } from 'vitest'
import { changedLines } from '#cli/render/changedLines.ts'
import { type Look, plain } from '#cli/render/look.ts'
import { unicode } from '#cli/render/symbols.ts'
import { textsIn } from '#cli/texts.ts'

const look: Look = { texts: textsIn('en'), symbols: unicode, paint: plain, width: 40 }
const lines = (before: string | undefined, after: string | undefined) =>
  changedLines([{ part: 'path', before, after }], look, '  ')

describe('a part that was changed', () => {
  test('is shown before and after', () => {
    expect(lines('/a', '/b')).toEqual(['  path', '  - /a', '  + /b'])
  })

  test('that was not there, or is empty, says so', () => {
    expect(lines(undefined, '')).toEqual(['  path', '  - (absent)', '  + (empty)'])
  })

  test.each([
    ['at its end', `${'x'.repeat(200)}0`, `${'x'.repeat(200)}1`],
    [
      'in its middle',
      `${'x'.repeat(100)}0${'y'.repeat(100)}`,
      `${'x'.repeat(100)}1${'y'.repeat(99)}`,
    ],
    ['at its beginning', `0${'x'.repeat(200)}`, `1${'x'.repeat(200)}`],
  ])('and is long is shown where it differs: %s', (_where, before, after) => {
    const [, was, is] = lines(before, after)
    expect(was).toContain('0')
    expect(is).toContain('1')
    for (const line of [was!, is!]) expect(line.length).toBeLessThanOrEqual(40)
  })

  test('is shown without its control characters', () => {
    expect(lines('a', '\u001b[31m')[2]).toBe('  + \ufffd[31m')
  })
})
