import { describe, expect, test } from 'vitest'
import { parseInstant } from '#iam/policy/conditions/date/parseInstant.ts'
import { ABSENT, holds } from './holds.ts'

/** For each operator: does it hold where the request is before, at, after the policy's instant? */
const orders = [
  ['DateEquals', false, true, false],
  ['DateNotEquals', true, false, true],
  ['DateLessThan', true, false, false],
  ['DateLessThanEquals', true, true, false],
  ['DateGreaterThan', false, false, true],
  ['DateGreaterThanEquals', false, true, true],
] as const

describe('Date operators', () => {
  test.each(orders)('%s of before, at, after: %j %j %j', (operator, before, at, after) => {
    const wanted = '2026-11-24T14:30:00Z'
    expect(holds(operator, wanted, '2026-11-24T14:29:59Z')).toBe(before)
    expect(holds(operator, wanted, '2026-11-24T14:30:00Z')).toBe(at)
    expect(holds(operator, wanted, '2026-11-24T14:30:01Z')).toBe(after)
  })

  test.each(orders)('%s compares instants, not notations', (operator, _before, at) => {
    expect(holds(operator, '2026-11-24T14:30:00.000Z', '2026-11-24T15:30:00+01:00')).toBe(at)
    expect(holds(operator, '2026-11-24T00:00:00Z', '2026-11-24')).toBe(at)
    expect(holds(operator, '1970-01-02T00:00:00Z', '86400')).toBe(at)
  })

  test.each(orders)('%s: what is no date matches nothing', (operator) => {
    const isNegative = operator === 'DateNotEquals'
    for (const junk of ['', 'tomorrow', '2026-13-01', '2026-02-30', '2026-11-24T25:00Z', '12:00']) {
      expect(holds(operator, '2026-11-24', junk)).toBe(isNegative)
      expect(holds(operator, junk, '2026-11-24')).toBe(isNegative)
    }
  })

  test.each(orders)('%s of an absent key', (operator) => {
    expect(holds(operator, '2026-11-24', ABSENT)).toBe(operator === 'DateNotEquals')
  })

  test('revoking older sessions spares those made since', () => {
    const revoked = '2026-11-24T14:30:00.000Z'
    expect(holds('DateLessThan', revoked, '2026-11-24T14:29:59Z')).toBe(true)
    expect(holds('DateLessThan', revoked, '2026-11-24T14:30:00Z')).toBe(false)
  })
})

describe('a date', () => {
  test.each([
    ['2026', '2026-01-01T00:00:00.000Z'],
    ['2026-11', '2026-11-01T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2026-11-24T14:30Z', '2026-11-24T14:30:00.000Z'],
    ['2026-11-24T14:30:59.25Z', '2026-11-24T14:30:59.250Z'],
    ['2026-11-24t4:30:00z', '2026-11-24T04:30:00.000Z'],
    ['2026-11-24T00:30:00+02:00', '2026-11-23T22:30:00.000Z'],
    ['2026-11-24T00:30:00-0930', '2026-11-24T10:00:00.000Z'],
    ['2016-12-13T21:20:37.593194+00:00', '2016-12-13T21:20:37.593Z'],
    ['0050-01-01', '0050-01-01T00:00:00.000Z'],
    ['1795530600', '2026-11-24T14:30:00.000Z'],
    ['-1', '1969-12-31T23:59:59.000Z'],
  ])('%s is %s', (text, iso) => {
    expect(new Date(parseInstant(text) ?? Number.NaN).toISOString()).toBe(iso)
  })

  test.each([
    '',
    '1.5',
    '234-13',
    '2026-1-1',
    '2026-11-31',
    '2025-02-29',
    '2026-11-24T',
    '2026-11-24T14:60Z',
    '2026-11-24T14:30:60Z',
    '2026-11-24T24:00Z',
    '2026-11-24T14:30:00+1',
    '2026-11-24T14:30:00.1234567890Z',
    '2026-11-24T14:30:00ZT',
    '9223372036854775808',
  ])('%j is none', (text) => {
    expect(parseInstant(text)).toBeUndefined()
  })
})
