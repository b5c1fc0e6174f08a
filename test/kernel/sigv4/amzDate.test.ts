import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAmzDate, printAmzDate, scopeDate } from '#kernel/sigv4/amzDate.ts'

describe('X-Amz-Date', () => {
  test('is ISO 8601 basic format, to the second', () => {
    expect(parseAmzDate('20261105T120000Z')).toBe(Date.UTC(2026, 10, 5, 12))
    expect(printAmzDate(Date.UTC(2026, 10, 5, 12, 0, 0, 999))).toBe('20261105T120000Z')
    expect(scopeDate('20261105T120000Z')).toBe('20261105')
  })

  test.each([
    '',
    '2026-11-05T12:00:00Z',
    '20261105T120000',
    '20261105t120000z',
    '20261105 120000Z',
    ' 20261105T120000Z',
    '20261105T120000Z\n',
    '20260631T120000Z',
    '20260229T120000Z',
    '20261305T120000Z',
    '20260005T120000Z',
    '20261105T240000Z',
    '20261105T126000Z',
    '20261105T120060Z',
    '+2261105T120000Z',
    '00501105T120000Z',
    '2026110５T120000Z',
  ])('is not %j', (text) => {
    expect(parseAmzDate(text)).toBeUndefined()
  })

  test('reads what it prints', () => {
    const seconds = fc.integer({ min: 0, max: 4_102_444_799 })
    fc.assert(
      fc.property(seconds, (second) => {
        expect(parseAmzDate(printAmzDate(second * 1000))).toBe(second * 1000)
      }),
    )
  })

  test('prints what it reads', () => {
    const two = (max: number) => fc.nat({ max }).map((number) => `${number}`.padStart(2, '0'))
    const text = fc
      .tuple(fc.constantFrom('1970', '2026', '2028', '9999'), two(13), two(32), two(24), two(60))
      .map(([year, month, day, hour, minute]) => `${year}${month}${day}T${hour}${minute}59Z`)
    fc.assert(
      fc.property(text, (text) => {
        const instant = parseAmzDate(text)
        fc.pre(instant !== undefined)
        expect(printAmzDate(instant)).toBe(text)
      }),
    )
  })
})
