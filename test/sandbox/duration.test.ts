import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDuration, parseInstant } from '#sandbox/duration.ts'

describe('durations of ISO 8601', () => {
  test.each([
    ['PT1H', 3_600_000],
    ['PT61M', 3_660_000],
    ['PT1.5H', undefined],
    ['P1DT12H', 129_600_000],
    ['P1W', 604_800_000],
    ['PT15M1S', 901_000],
    ['P1M', undefined],
    ['P', undefined],
    ['PT', undefined],
    ['', undefined],
    ['1H', undefined],
    ['-PT1H', undefined],
  ])('%s is %s ms', (text, ms) => {
    if (ms === undefined) expect(() => parseDuration(text)).toThrow(RangeError)
    else expect(parseDuration(text)).toBe(ms)
  })

  test('any other text is refused with a sentence, never taken for a number', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          expect(parseDuration(text)).toBeGreaterThanOrEqual(0)
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
        }
      }),
    )
  })

  test('an instant needs date and time', () => {
    expect(parseInstant('2026-11-24T12:00:00Z')).toBe(Date.UTC(2026, 10, 24, 12))
    expect(() => parseInstant('tomorrow')).toThrow(RangeError)
    expect(() => parseInstant('2026')).toThrow(RangeError)
  })
})
