/** Dates on AWS's wire. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTimestamp, writeTimestamp } from '#kernel/protocol/timestamp.ts'

const at = (text: string): Date => new Date(text)

describe('reading', () => {
  test.each([
    ['iso8601', '2026-11-24T15:30:35Z', '2026-11-24T15:30:35.000Z'],
    ['iso8601', '2026-11-24T15:30:35.123456789Z', '2026-11-24T15:30:35.123Z'],
    ['iso8601', '2026-11-24T15:30:35+02:00', '2026-11-24T13:30:35.000Z'],
    ['iso8601', '2026-11-24T15:30:35-0130', '2026-11-24T17:00:35.000Z'],
    ['iso8601', '1795534235', '2026-11-24T15:30:35.000Z'],
    ['iso8601', '2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['unixTimestamp', '1795534235.5', '2026-11-24T15:30:35.500Z'],
    ['unixTimestamp', '-1', '1969-12-31T23:59:59.000Z'],
    ['rfc822', 'Tue, 24 Nov 2026 15:30:35 GMT', '2026-11-24T15:30:35.000Z'],
  ] as const)('%s %s', (format, text, expected) => {
    expect(readTimestamp(format, text)?.toISOString()).toBe(expected)
  })

  test.each([
    ['iso8601', '2026-02-30T00:00:00Z'],
    ['iso8601', '2026-13-01T00:00:00Z'],
    ['iso8601', '2026-11-24T24:00:00Z'],
    ['iso8601', '2026-11-24T15:60:00Z'],
    ['iso8601', '2026-11-24 15:30:35Z'],
    ['iso8601', '2026-11-24T15:30:35'],
    ['iso8601', 'tomorrow'],
    ['iso8601', ''],
    ['unixTimestamp', '1e99'],
    ['rfc822', '2026-11-24T15:30:35Z'],
    ['rfc822', 'Tue, 99 Foo 2026 15:30:35 GMT'],
  ] as const)('%s refuses %s', (format, text) => {
    expect(readTimestamp(format, text)).toBeUndefined()
  })
})

describe('writing', () => {
  test.each([
    ['iso8601', 'seconds', '2026-11-24T15:30:35Z'],
    ['iso8601', 'milliseconds', '2026-11-24T15:30:35.123Z'],
    ['rfc822', 'seconds', 'Tue, 24 Nov 2026 15:30:35 GMT'],
    ['unixTimestamp', 'seconds', 1795534235.123],
  ] as const)('%s in %s', (format, precision, expected) => {
    expect(writeTimestamp(format, at('2026-11-24T15:30:35.123Z'), precision)).toBe(expected)
  })

  test('every form reads back to the same second', () => {
    const formats = fc.constantFrom('iso8601' as const, 'rfc822' as const, 'unixTimestamp' as const)
    const dates = fc.integer({ min: 0, max: 4_102_444_800 }).map((s) => new Date(s * 1000))
    fc.assert(
      fc.property(formats, dates, (format, date) => {
        const text = String(writeTimestamp(format, date, 'milliseconds'))
        expect(readTimestamp(format, text)).toEqual(date)
      }),
    )
  })
})
