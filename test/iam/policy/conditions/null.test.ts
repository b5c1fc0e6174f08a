import { describe, expect, test } from 'vitest'
import { operatorReference } from '#iam/policy/conditions/operatorReference.ts'
import { ABSENT, holds } from './holds.ts'

describe('Null', () => {
  test.each([
    ['true', ABSENT, true],
    ['true', 'x', false],
    ['false', ABSENT, false],
    ['false', 'x', true],
    ['False', 'x', true],
    ['false', '', true],
    // A key with no value at all is absent.
    ['true', [], true],
    [['true', 'false'], ABSENT, true],
    ['maybe', ABSENT, false],
    ['maybe', 'x', false],
  ] as const)('%j of a key with %j is %j', (wanted, got, expected) => {
    expect(holds('Null', wanted, got)).toBe(expected)
  })

  test.each(['NullIfExists', 'ForAnyValue:Null', 'ForAllValues:Null'])('there is no %s', (name) => {
    expect(operatorReference(name)).toBeUndefined()
  })
})
