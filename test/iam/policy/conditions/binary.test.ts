import { describe, expect, test } from 'vitest'
import { ABSENT, holds } from './holds.ts'

describe('BinaryEquals', () => {
  test.each([
    ['QmluYXJ5VmFsdWVJbkJhc2U2NA==', 'QmluYXJ5VmFsdWVJbkJhc2U2NA==', true],
    ['QmluYXJ5VmFsdWVJbkJhc2U2NA==', 'QmluYXJ5VmFsdWVJbkJhc2U2NA', true],
    ['AA==', 'AB==', true],
    ['AA==', 'AQ==', false],
    ['', '', true],
    ['qmlu', 'Qmlu', false],
    ['Qml*', 'Qmlu', false],
    ['no base64!', 'no base64!', false],
    ['Qmlu', 'not base64', false],
    ['A', 'A', false],
    ['Qmlu', ABSENT, false],
  ] as const)('%j against %j is %j', (wanted, got, expected) => {
    expect(holds('BinaryEquals', wanted, got)).toBe(expected)
  })
})
