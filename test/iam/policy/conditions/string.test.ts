// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables
import { describe, expect, test } from 'vitest'
import { ABSENT, holds } from './holds.ts'

const rows = [
  ['StringEquals', 'blue', 'blue', true],
  ['StringEquals', 'blue', 'Blue', false],
  ['StringEquals', 'blue', 'red', false],
  ['StringEquals', ['red', 'blue'], 'blue', true],
  ['StringEquals', 'b*', 'blue', false],
  ['StringEquals', 'b*', 'b*', true],
  ['StringEquals', 'b${*}', 'b*', true],
  ['StringEquals', 'blue', ABSENT, false],
  ['StringEquals', '', '', true],
  ['StringEquals', [], 'blue', false],

  ['StringNotEquals', 'blue', 'blue', false],
  ['StringNotEquals', 'blue', 'Blue', true],
  ['StringNotEquals', ['red', 'blue'], 'blue', false],
  ['StringNotEquals', ['red', 'blue'], 'green', true],
  ['StringNotEquals', 'blue', ABSENT, true],
  ['StringNotEquals', [], 'blue', true],

  ['StringEqualsIgnoreCase', 'blue', 'BLUE', true],
  ['StringEqualsIgnoreCase', 'BLUE', 'blue', true],
  ['StringEqualsIgnoreCase', 'blue', 'red', false],
  ['StringEqualsIgnoreCase', 'b*', 'BLUE', false],
  ['StringEqualsIgnoreCase', 'blue', ABSENT, false],

  ['StringNotEqualsIgnoreCase', 'blue', 'BLUE', false],
  ['StringNotEqualsIgnoreCase', 'blue', 'red', true],
  ['StringNotEqualsIgnoreCase', 'blue', ABSENT, true],

  ['StringLike', 'b*', 'blue', true],
  ['StringLike', 'b*', 'Blue', false],
  ['StringLike', 'bl?e', 'blue', true],
  ['StringLike', 'bl?e', 'ble', false],
  ['StringLike', ['home/', ''], '', true],
  ['StringLike', 'b${*}', 'blue', false],
  ['StringLike', 'b${*}', 'b*', true],
  ['StringLike', 'b*', ABSENT, false],
  ['StringLike', '*', ABSENT, false],

  ['StringNotLike', 'b*', 'blue', false],
  ['StringNotLike', 'b*', 'red', true],
  ['StringNotLike', ['r*', 'b*'], 'red', false],
  ['StringNotLike', 'b*', ABSENT, true],
] as const

describe('String operators', () => {
  test.each(rows)('%s %j against %j is %j', (operator, wanted, got, expected) => {
    expect(holds(operator, wanted, got)).toBe(expected)
  })

  test.each(['StringEquals', 'StringEqualsIgnoreCase', 'StringLike'])(
    '%s takes variables, and what they bring in has no wildcards',
    (operator) => {
      const wanted = 'home/${aws:username}'
      expect(holds(operator, wanted, 'home/ana', { 'aws:username': ['ana'] })).toBe(true)
      expect(holds(operator, wanted, 'home/ana', { 'aws:username': ['*'] })).toBe(false)
      expect(holds(operator, wanted, 'home/ana')).toBe(false)
    },
  )

  test.each(['StringNotEquals', 'StringNotEqualsIgnoreCase', 'StringNotLike'])(
    '%s holds where a variable has no value: nothing matches',
    (operator) => {
      expect(holds(operator, '${aws:username}', 'ana')).toBe(true)
      expect(holds(operator, '${aws:username}', 'ana', { 'aws:username': ['ana'] })).toBe(false)
    },
  )
})
