import { afterEach, describe, expect, test } from 'vitest'
import { adminOf, decoded, operate } from '../operate.ts'
import { ACCOUNT, OTHER, startWorld, type World, type WorldSeed } from '../world.ts'

let world: World
const start = async (seed?: WorldSeed) => {
  world = await startWorld(seed ? { seed } : {})
}
afterEach(() => world.close())

const scope = { date: '20261124', region: 'us-east-1', service: 's3' }
const callerOf = async (accessKeyId: string) =>
  (await world.ports().credentials.resolveCaller({ accessKeyId, scope })).statement.body

const seedOf = (user: object): WorldSeed => ({
  accounts: [{ id: ACCOUNT, name: 'one', users: [{ name: 'dev', ...user }] }],
})

describe('the seed', () => {
  test('makes users as the API would', async () => {
    const inlinePolicy = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
    }
    const boundary = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
    await start(
      seedOf({
        policies: ['arn:aws:iam::aws:policy/SecurityAudit'],
        inlinePolicy,
        permissionsBoundary: boundary,
        tags: { team: 'blue' },
        accessKeys: [{ accessKeyId: 'dev-key', secretAccessKey: 's' }],
      }),
    )
    const { User } = await operate(world, 'GetUser', { UserName: 'dev' })
    expect(User).toMatchObject({
      UserId: expect.stringMatching(/^AIDA[A-Z2-7]{17}$/),
      PermissionsBoundary: { PermissionsBoundaryArn: boundary },
      Tags: [{ Key: 'team', Value: 'blue' }],
    })
    const { AttachedPolicies } = await operate(world, 'ListAttachedUserPolicies', {
      UserName: 'dev',
    })
    expect(AttachedPolicies?.map(({ PolicyName }) => PolicyName)).toEqual(['SecurityAudit'])
    const { PolicyNames } = await operate(world, 'ListUserPolicies', { UserName: 'dev' })
    const named = { UserName: 'dev', PolicyName: PolicyNames[0]! }
    const { PolicyDocument } = await operate(world, 'GetUserPolicy', named)
    expect(decoded(PolicyDocument)).toEqual(inlinePolicy)
    expect(await callerOf('dev-key')).toMatchObject({ userName: 'dev', tags: { team: 'blue' } })
  })

  test("gives every account the role of Identity Center, with that service's policy", async () => {
    await start()
    for (const account of [ACCOUNT, OTHER]) {
      const input = { RoleName: 'AWSServiceRoleForSSO' }
      const { Role } = await operate(world, 'GetRole', input, adminOf(account))
      expect(Role.Arn).toBe(
        `arn:aws:iam::${account}:role/aws-service-role/sso.amazonaws.com/AWSServiceRoleForSSO`,
      )
      const held = await operate(world, 'ListAttachedRolePolicies', input, adminOf(account))
      expect(held.AttachedPolicies?.map(({ PolicyName }) => PolicyName)).toEqual([
        'AWSSSOServiceRolePolicy',
      ])
    }
  })

  test('lets a key lead to its account, whatever account its id seems to name', async () => {
    await start()
    const accessKeyId = 'AKIARCM7O4QJXZYHRNDM'
    await world.seed({
      accounts: [
        {
          id: '123123123123',
          name: 'late',
          users: [{ name: 'late', accessKeys: [{ accessKeyId, secretAccessKey: 's' }] }],
        },
      ],
    })
    expect(await callerOf(accessKeyId)).toMatchObject({ accountId: '123123123123' })
    expect(await callerOf('test')).toMatchObject({ accountId: ACCOUNT })
  })

  test.each([
    [{ policies: ['arn:aws:iam::aws:policy/None'] }, /the policy arn:aws:iam::aws:policy\/None/],
    [{ permissionsBoundary: 'nonsense' }, /the policy nonsense/],
    [{ inlinePolicy: { Statement: 'x' } }, /policy/i],
  ])('with %j is refused', async (user, words) => {
    await start()
    await expect(world.seed(seedOf(user))).rejects.toThrow(words)
  })

  test('asks nothing that takes long: no key pair, no password hash', async () => {
    await start()
    const accounts = Array.from({ length: 50 }, (_, i) => ({
      id: String(200_000_000_000 + i),
      name: `n${i}`,
      users: [{ name: 'a', accessKeys: [{ accessKeyId: `key-${i}`, secretAccessKey: 's' }] }],
    }))
    await world.seed({ accounts })
    expect(await callerOf('key-49')).toMatchObject({ accountId: '200000000049' })
  })
})

test.each(['SCP', 'RCP'] as const)(
  'a seed with a malformed %s is refused by name',
  async (type) => {
    await start()
    const policy = { name: 'Odd', type, content: { Statement: 'x' }, targets: ['root'] }
    const organization = { managementAccountId: ACCOUNT, policies: [policy] }
    await expect(world.seed({ accounts: [], organization })).rejects.toThrow(
      `the seed's ${type} Odd is malformed`,
    )
  },
)
