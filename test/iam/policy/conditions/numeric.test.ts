// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables
import { describe, expect, test } from 'vitest'
import { ABSENT, holds } from './holds.ts'

/** For each operator: does it hold where the request is less than, equal to, greater than the policy? */
const orders = [
  ['NumericEquals', false, true, false],
  ['NumericNotEquals', true, false, true],
  ['NumericLessThan', true, false, false],
  ['NumericLessThanEquals', true, true, false],
  ['NumericGreaterThan', false, false, true],
  ['NumericGreaterThanEquals', false, true, true],
] as const

describe('Numeric operators', () => {
  test.each(orders)('%s of less, equal, greater: %j %j %j', (operator, less, equal, greater) => {
    expect(holds(operator, '10', '9')).toBe(less)
    expect(holds(operator, '10', '10')).toBe(equal)
    expect(holds(operator, '10', '100')).toBe(greater)
    expect(holds(operator, '-1.5', '-2')).toBe(less)
  })

  test.each(orders)('%s compares values, not notations', (operator, _less, equal) => {
    expect(holds(operator, '10', '10.0')).toBe(equal)
    expect(holds(operator, '1e1', '10')).toBe(equal)
    expect(holds(operator, '+10', '10')).toBe(equal)
  })

  test.each(orders)('%s: what is no number matches nothing', (operator) => {
    const isNegative = operator === 'NumericNotEquals'
    for (const junk of [
      '',
      'ten',
      '0x0A',
      '1_0',
      'NaN',
      'Infinity',
      ' 10',
      '1.',
      '9'.repeat(500),
    ]) {
      expect(holds(operator, '10', junk)).toBe(isNegative)
      expect(holds(operator, junk, '10')).toBe(isNegative)
    }
  })

  test.each(orders)('%s of an absent key', (operator) => {
    expect(holds(operator, '10', ABSENT)).toBe(operator === 'NumericNotEquals')
  })

  test('of several values: any for a positive operator, none for the negated one', () => {
    expect(holds('NumericEquals', ['1', '2'], '2')).toBe(true)
    expect(holds('NumericNotEquals', ['1', '2'], '2')).toBe(false)
    expect(holds('NumericNotEquals', ['1', '2'], '3')).toBe(true)
  })

  test('take no variables', () => {
    expect(holds('NumericEquals', '${test:limit}', '10', { 'test:limit': ['10'] })).toBe(false)
  })
})
