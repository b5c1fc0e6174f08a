import { describe, expect, test } from 'vitest'
import { checkSeed } from '#sandbox/seed/checkSeed.ts'
import { defaultSeed } from '#sandbox/seed/defaultSeed.ts'

const seed = defaultSeed()

describe('the default seed', () => {
  test('has no problem', () => {
    expect(checkSeed(seed)).toEqual([])
  })

  test('has a development account whose first key is test/test of an administrator', () => {
    expect(seed.accounts[0]).toMatchObject({
      id: '000000000000',
      name: 'dev',
      users: [
        {
          policies: ['arn:aws:iam::aws:policy/AdministratorAccess'],
          accessKeys: [{ accessKeyId: 'test', secretAccessKey: 'test' }],
        },
      ],
    })
  })

  test('has an organization of three, with Identity Center at home in management', () => {
    expect(seed.accounts.map(({ id, name }) => [id, name]).slice(1)).toEqual([
      ['111111111111', 'management'],
      ['222222222222', 'workloads'],
      ['333333333333', 'sandbox'],
    ])
    expect(seed.organization).toEqual({
      managementAccountId: '111111111111',
      accounts: ['222222222222', '333333333333'],
    })
    expect(seed.identityCenter?.accountId).toBe('111111111111')
  })

  test('has ana, luis and eva with one password; eva has an authenticator', () => {
    expect(
      seed.workforce?.users.map(({ userName, password, groups, totpSecret }) => [
        userName,
        password,
        groups?.join(),
        totpSecret !== undefined,
      ]),
    ).toEqual([
      ['ana@example.com', 'hopscope', 'builders', false],
      ['luis@example.com', 'hopscope', 'auditors', false],
      ['eva@example.com', 'hopscope', 'builders', true],
    ])
  })

  test('lets builders create buckets in workloads and only read elsewhere', () => {
    expect(
      seed.identityCenter?.assignments?.map(({ account, permissionSet, group }) =>
        [group, permissionSet, account].join(' '),
      ),
    ).toEqual([
      'builders BucketCreator 222222222222',
      'builders ReadOnly 333333333333',
      'auditors ReadOnly 222222222222',
      'auditors ReadOnly 333333333333',
    ])
  })

  test('gives each caller a value of its own', () => {
    expect(defaultSeed()).not.toBe(defaultSeed())
  })
})
