import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { profileNames } from '#cli/env/profileNames.ts'

const role = ([accountName, accountId, permissionSet]: readonly [string, string, string]) => ({
  accountName,
  accountId,
  permissionSet,
  users: [],
})

describe('names of profiles', () => {
  test.each([
    ['account and permission set', [['workloads', '1', 'Admin']], ['workloads-Admin']],
    ['without what section headers cannot hold', [['Big [Co], "x"', '1', 'A=B']], ['Big-Co-x-A-B']],
    ['the id of an account without letters', [['¡!', '123456789012', 'A']], ['123456789012-A']],
    [
      'the id too where two accounts are called the same',
      [
        ['dev', '111111111111', 'A'],
        ['dev', '222222222222', 'A'],
        ['dev', '222222222222', 'B'],
      ],
      ['dev-111111111111-A', 'dev-222222222222-A', 'dev-B'],
    ],
    [
      'a number where two permission sets differ in signs alone',
      [
        ['dev', '111111111111', 'A,B'],
        ['dev', '111111111111', 'A=B'],
      ],
      ['dev-111111111111-A-B', 'dev-111111111111-A-B-2'],
    ],
  ] as const)('are %s', (_, roles, names) => {
    expect(profileNames(roles.map(role))).toEqual(names)
  })

  test('are never alike, and every SDK reads them', () => {
    const word = fc.oneof(
      fc.string({ minLength: 1, maxLength: 6 }),
      fc.constantFrom('a', 'a-1', '-'),
    )
    const id = fc.constantFrom('111111111111', '222222222222')
    const set = fc.stringMatching(/^[\w+=,.@-]{1,6}$/)
    fc.assert(
      fc.property(fc.array(fc.tuple(word, id, set), { maxLength: 12 }), (roles) => {
        const names = profileNames(roles.map(role))
        expect(new Set(names).size).toBe(roles.length)
        for (const name of names) expect(name).toMatch(/^[\w.@+-]*-[\w.@+-]*$/)
      }),
    )
  })
})
