import { describe, expect, test } from 'vitest'
import { requestDate } from '#kernel/sigv4/requestDate.ts'

const NOON = Date.UTC(2026, 10, 5, 12)
const dateOf = (headers: Record<string, string>) => requestDate(new Map(Object.entries(headers)))

describe('the date of a request', () => {
  test.each([
    '20261105T120000Z',
    'Thu, 05 Nov 2026 12:00:00 GMT',
    'Thu, 05 Nov 2026 12:00:00 +0000',
  ])('may be in Date: %s', (date) => {
    expect(dateOf({ date })?.signed).toEqual({ amzDate: '20261105T120000Z', requestedAt: NOON })
  })

  test('is in X-Amz-Date where there are both', () => {
    const date = 'Thu, 05 Nov 2026 11:00:00 GMT'
    expect(dateOf({ date, 'x-amz-date': '20261105T120000Z' })?.signed?.requestedAt).toBe(NOON)
  })

  test.each([
    'Fri, 05 Nov 2026 12:00:00 GMT',
    'Thu, 5 Nov 2026 12:00:00 GMT',
    'Thu, 05 Nov 2026 12:00:00',
    'Thu, 05 Nov 2026 12:00:00 +0100',
    'Thursday, 05-Nov-26 12:00:00 GMT',
    '2026-11-05T12:00:00Z',
    '1762344000',
    '20261105',
    '',
  ])('is not taken from Date: %j', (date) => {
    expect(dateOf({ date })).toEqual({ text: date, signed: undefined })
  })

  test('is not taken from Date where X-Amz-Date is wrong', () => {
    const date = 'Thu, 05 Nov 2026 12:00:00 GMT'
    expect(dateOf({ date, 'x-amz-date': date })).toEqual({ text: date, signed: undefined })
  })

  test('may be missing', () => {
    expect(dateOf({})).toBeUndefined()
  })
})
