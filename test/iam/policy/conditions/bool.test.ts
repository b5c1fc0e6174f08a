import { describe, expect, test } from 'vitest'
import { ABSENT, holds } from './holds.ts'

describe('Bool', () => {
  test.each([
    ['true', 'true', true],
    ['true', 'false', false],
    ['false', 'false', true],
    ['True', 'true', true],
    ['true', 'TRUE', true],
    [['true', 'false'], 'false', true],
    ['yes', 'yes', false],
    ['1', '1', false],
    ['', '', false],
    ['true', ABSENT, false],
    ['false', ABSENT, false],
  ] as const)('%j against %j is %j', (wanted, got, expected) => {
    expect(holds('Bool', wanted, got)).toBe(expected)
  })
})
