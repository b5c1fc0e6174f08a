import { describe, expect, test } from 'vitest'
import { nearest } from '#i18n/nearest.ts'

describe('did you mean', () => {
  test.each([
    ['prot', ['host', 'port'], 'port'],
    ['--joson', ['--json', '--journal'], '--json'],
    ['creat-bucket', ['create-bucket'], 'create-bucket'],
    ['Create-Bucket', ['create-bucket'], 'create-bucket'],
    ['strat', ['start', 'scenario'], 'start'],
    ['', ['start'], undefined],
    ['elephant', ['start', 'scenario', 'doctor'], undefined],
    ['x', ['on', 'off'], undefined],
  ])('answers %j among %j with %j', (typed, known, expected) => {
    expect(nearest(typed, known)).toBe(expected)
  })

  test('does not compare what is too long to be a slip', () => {
    expect(nearest('a'.repeat(100_000), ['a'.repeat(65)])).toBeUndefined()
  })
})
