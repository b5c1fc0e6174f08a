import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  accountTrust,
  adminOf,
  allow,
  decoded,
  operate,
  refusal,
  ssoOf,
  trust,
} from '../operate.ts'
import { ACCOUNT, NOON, OTHER, startWorld, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

const create = (RoleName: string, more = {}) =>
  operate(world, 'CreateRole', { RoleName, AssumeRolePolicyDocument: accountTrust, ...more })

const trustOf = async (RoleName: string) => {
  const { Role } = await operate(world, 'GetRole', { RoleName })
  return (decoded(Role.AssumeRolePolicyDocument) as { Statement: { Principal: unknown }[] })
    .Statement[0]!.Principal
}

const userArn = `arn:aws:iam::${ACCOUNT}:user/admin`

describe('CreateRole', () => {
  test('answers a role with a unique id, its trust policy URL-encoded', async () => {
    const { Role } = await create('Reader', {
      Path: '/teams/',
      Description: 'reads',
      MaxSessionDuration: 7200,
      Tags: [{ Key: 'team', Value: 'blue' }],
    })
    expect(Role).toEqual({
      Path: '/teams/',
      RoleName: 'Reader',
      RoleId: expect.stringMatching(/^AROA[A-Z2-7]{17}$/),
      Arn: `arn:aws:iam::${ACCOUNT}:role/teams/Reader`,
      CreateDate: new Date(NOON),
      AssumeRolePolicyDocument: expect.stringMatching(/^%7B%22Version%22%3A%222012-10-17%22/),
      Description: 'reads',
      MaxSessionDuration: 7200,
      PermissionsBoundary: undefined,
      Tags: [{ Key: 'team', Value: 'blue' }],
    })
    expect(decoded(Role.AssumeRolePolicyDocument)).toEqual(JSON.parse(accountTrust))
  })

  test('gives sessions an hour unless told otherwise', async () => {
    expect((await create('Reader')).Role.MaxSessionDuration).toBe(3600)
  })

  test('refuses a name that differs in case alone', async () => {
    await create('Reader')
    expect(await refusal(create('READER'))).toBe(
      'EntityAlreadyExists: Role with name READER already exists.',
    )
  })

  test.each([
    ['nonsense', 'This policy contains invalid Json'],
    [allow('sts:AssumeRole'), 'Missing required field Principal'],
    [
      trust({ AWS: '*' }, 's3:GetObject'),
      'AssumeRole policy may only specify STS AssumeRole actions.',
    ],
    [trust({ AWS: 'nobody' }), 'Invalid principal in policy: "AWS":"nobody"'],
  ])('refuses the trust policy %j', async (AssumeRolePolicyDocument, words) => {
    expect(await refusal(create('r', { AssumeRolePolicyDocument }))).toBe(
      `MalformedPolicyDocument: ${words}`,
    )
  })

  test.each([
    `arn:aws:iam::${ACCOUNT}:user/nobody`,
    `arn:aws:iam::${ACCOUNT}:user/other/path/admin`,
    `arn:aws:iam::${ACCOUNT}:user/ADMIN`,
    `arn:aws:iam::${ACCOUNT}:role/itself`,
    `arn:aws:iam::${OTHER}:user/admin`,
    `arn:aws:iam::999999999999:role/anything`,
    `arn:aws:sts::${ACCOUNT}:assumed-role/nobody/session`,
    'AIDAIOSFODNN7EXAMPLE1',
    `arn:aws:iam::${ACCOUNT}:group/devs`,
  ])('refuses a trust policy that names %s, who is not there', async (name) => {
    const AssumeRolePolicyDocument = trust({ AWS: ['*', name] })
    expect(await refusal(create('itself', { AssumeRolePolicyDocument }))).toBe(
      `MalformedPolicyDocument: Invalid principal in policy: "AWS":"${name}"`,
    )
  })

  test('refuses a trust policy that names somebody by no name at all', async () => {
    const name = `arn:aws:iam::${ACCOUNT}:user/a\\u0000b`
    const AssumeRolePolicyDocument = trust({ AWS: 'x' }).replace('"x"', `"${name}"`)
    expect(await refusal(create('r', { AssumeRolePolicyDocument }))).toMatch(
      /^MalformedPolicyDocument: Invalid principal in policy/,
    )
  })

  test('takes accounts, services and users and roles that are there', async () => {
    await create('first')
    await create('second', {
      AssumeRolePolicyDocument: trust({
        AWS: [
          userArn,
          `arn:aws:iam::${ACCOUNT}:role/first`,
          `arn:aws:sts::${ACCOUNT}:assumed-role/first/session`,
          '444455556666',
          '999999999999',
        ],
        Service: 'ec2.amazonaws.com',
      }),
    })
  })

  test('counts the trust policy without white space, up to 2048', async () => {
    const padded = JSON.stringify(JSON.parse(accountTrust), null, 400)
    await create('wide', { AssumeRolePolicyDocument: padded })
    const sids = Array.from({ length: 20 }, (_, i) => ({
      Sid: `S${i}${'x'.repeat(60)}`,
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Action: 'sts:AssumeRole',
    }))
    const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: sids })
    expect(await refusal(create('long', { AssumeRolePolicyDocument }))).toBe(
      'LimitExceeded: Cannot exceed quota for ACLSizePerRole: 2048',
    )
  })

  test.each(['/aws-service-role/x/', '/AWS-Service-Role/x/', '/aws-reserved/x/', '/aws-reserved/'])(
    'refuses the path %s to whoever is not the service',
    async (Path) => {
      expect(await refusal(create('r', { Path }))).toBe(
        `InvalidInput: The path ${Path} is reserved for AWS services.`,
      )
    },
  )
})

describe('a trusted principal that is deleted', () => {
  const twice = async (remake: () => Promise<unknown>) => {
    await create('Reader', { AssumeRolePolicyDocument: trust({ AWS: userArn }) })
    expect(await trustOf('Reader')).toEqual({ AWS: userArn })
    const { User } = await operate(world, 'GetUser', { UserName: 'admin' })
    await operate(world, 'DetachUserPolicy', {
      UserName: 'admin',
      PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
    })
    await world.store.write([ACCOUNT], async (tx) => {
      const { users, scopeOf } = await import('#iam/state.ts')
      await tx.delete(users, scopeOf(ACCOUNT), 'admin')
    })
    await remake()
    return User.UserId
  }

  test('leaves its unique id behind, which a new one of the name does not take over', async () => {
    const id = await twice(async () => {})
    expect(await trustOf('Reader')).toEqual({ AWS: id })
    await operate(world, 'CreateUser', { UserName: 'admin' })
    expect(await trustOf('Reader')).toEqual({ AWS: id })
  })

  test('is the same in a list, beside one that is still there', async () => {
    await create('first')
    const first = `arn:aws:iam::${ACCOUNT}:role/first`
    await create('second')
    const second = `arn:aws:iam::${ACCOUNT}:role/second`
    await create('Reader', {
      AssumeRolePolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: {
          Effect: 'Allow',
          Principal: { AWS: [first, second], Service: 'ec2.amazonaws.com' },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'aws:PrincipalArn': first } },
        },
      }),
    })
    const { Role } = await operate(world, 'GetRole', { RoleName: 'first' })
    await operate(world, 'DeleteRole', { RoleName: 'first' })
    const { Roles } = await operate(world, 'ListRoles', {})
    const shown = Roles.find(({ RoleName }) => RoleName === 'Reader')
    expect(decoded(shown?.AssumeRolePolicyDocument)).toMatchObject({
      Statement: {
        Principal: { AWS: [Role.RoleId, second], Service: 'ec2.amazonaws.com' },
        Condition: { StringEquals: { 'aws:PrincipalArn': first } },
      },
    })
  })

  test('must be left out when the policy is written again', async () => {
    const id = await twice(async () => {})
    const again = operate(world, 'UpdateAssumeRolePolicy', {
      RoleName: 'Reader',
      PolicyDocument: trust({ AWS: id }),
    })
    expect(await refusal(again)).toBe(
      `MalformedPolicyDocument: Invalid principal in policy: "AWS":"${id}"`,
    )
  })
})

describe('a trusted user that is renamed', () => {
  test('is shown by the new name, and one that takes the old name is not trusted', async () => {
    const { User } = await operate(world, 'CreateUser', { UserName: 'ana' })
    await create('Reader', { AssumeRolePolicyDocument: trust({ AWS: User!.Arn }) })
    await operate(world, 'UpdateUser', { UserName: 'ana', NewUserName: 'eva', NewPath: '/x/' })
    await operate(world, 'CreateUser', { UserName: 'ana' })
    expect(await trustOf('Reader')).toEqual({ AWS: `arn:aws:iam::${ACCOUNT}:user/x/eva` })
    await operate(world, 'UpdateUser', { UserName: 'eva', NewUserName: 'zoe' })
    expect(await trustOf('Reader')).toEqual({ AWS: `arn:aws:iam::${ACCOUNT}:user/x/zoe` })
    await operate(world, 'DeleteUser', { UserName: 'zoe' })
    expect(await trustOf('Reader')).toEqual({ AWS: User!.UserId })
  })

  test('is found in another account too', async () => {
    const { User } = await operate(world, 'CreateUser', { UserName: 'ana' }, adminOf(OTHER))
    await create('Reader', { AssumeRolePolicyDocument: trust({ AWS: User!.Arn }) })
    const rename = { UserName: 'ana', NewUserName: 'eva' }
    await operate(world, 'UpdateUser', rename, adminOf(OTHER))
    expect(await trustOf('Reader')).toEqual({ AWS: `arn:aws:iam::${OTHER}:user/eva` })
  })
})

describe('the unique id of a living principal', () => {
  test('is taken, and shown as its ARN', async () => {
    const { User } = await operate(world, 'CreateUser', { UserName: 'ana' })
    const first = await create('First')
    await create('Reader', {
      AssumeRolePolicyDocument: trust({ AWS: [User!.UserId, first.Role.RoleId, userArn] }),
    })
    expect(await trustOf('Reader')).toEqual({ AWS: [User!.Arn, first.Role.Arn, userArn] })
    await operate(world, 'DeleteUser', { UserName: 'ana' })
    expect(await trustOf('Reader')).toEqual({ AWS: [User!.UserId, first.Role.Arn, userArn] })
  })
})

describe('UpdateRoleDescription', () => {
  test('answers the role with its new description', async () => {
    await create('Reader', { Description: 'old', MaxSessionDuration: 7200 })
    const asked = { RoleName: 'reader', Description: 'new' }
    const { Role } = await operate(world, 'UpdateRoleDescription', asked)
    expect(Role).toMatchObject({
      RoleName: 'Reader',
      Description: 'new',
      MaxSessionDuration: 7200,
    })
    expect((await operate(world, 'GetRole', { RoleName: 'Reader' })).Role.Description).toBe('new')
  })

  test('is the one change that a service-linked role takes', async () => {
    const asked = { RoleName: 'AWSServiceRoleForSSO', Description: 'ours' }
    const { Role } = await operate(world, 'UpdateRoleDescription', asked)
    expect(Role?.Description).toBe('ours')
  })

  test('refuses a role that is not there, and a description too long', async () => {
    const asked = { RoleName: 'none', Description: '' }
    expect(await refusal(operate(world, 'UpdateRoleDescription', asked))).toBe(
      'NoSuchEntity: The role with name none cannot be found.',
    )
    const long = { RoleName: 'none', Description: 'x'.repeat(1001) }
    expect(await refusal(operate(world, 'UpdateRoleDescription', long))).toMatch(
      /^ValidationError: .*'description'/,
    )
  })
})

describe('GetRole and ListRoles', () => {
  test('show a role with its last use, and without in lists', async () => {
    await create('Reader', { Path: '/x/', Tags: [{ Key: 'k', Value: 'v' }] })
    const { Role } = await operate(world, 'GetRole', { RoleName: 'reader' })
    expect(Role).toMatchObject({ RoleName: 'Reader', RoleLastUsed: {}, Tags: [{ Key: 'k' }] })
    const { Roles } = await operate(world, 'ListRoles', { PathPrefix: '/x/' })
    expect(Roles).toHaveLength(1)
    expect(Roles[0]).not.toHaveProperty('RoleLastUsed')
    expect(Roles[0]).not.toHaveProperty('Tags')
  })

  test('refuse a role that is not there', async () => {
    expect(await refusal(operate(world, 'GetRole', { RoleName: 'x' }))).toBe(
      'NoSuchEntity: The role with name x cannot be found.',
    )
  })
})

describe('UpdateRole and UpdateAssumeRolePolicy', () => {
  test('change what is named and keep the rest', async () => {
    await create('Reader', { Description: 'old', MaxSessionDuration: 7200 })
    await operate(world, 'UpdateRole', { RoleName: 'Reader', Description: '' })
    const PolicyDocument = trust({ Service: 'ec2.amazonaws.com' })
    await operate(world, 'UpdateAssumeRolePolicy', { RoleName: 'Reader', PolicyDocument })
    const { Role } = await operate(world, 'GetRole', { RoleName: 'Reader' })
    expect(Role).toMatchObject({ Description: '', MaxSessionDuration: 7200 })
    expect(decoded(Role.AssumeRolePolicyDocument)).toEqual(JSON.parse(PolicyDocument))
  })

  test.each([3599, 43201])('refuse sessions of %i seconds', async (MaxSessionDuration) => {
    await create('Reader')
    expect(
      await refusal(operate(world, 'UpdateRole', { RoleName: 'Reader', MaxSessionDuration })),
    ).toMatch(/^ValidationError: .*'maxSessionDuration'/)
  })
})

describe('DeleteRole', () => {
  test('waits for its policies to go first', async () => {
    const RoleName = 'Reader'
    const PolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
    await create(RoleName)
    await operate(world, 'AttachRolePolicy', { RoleName, PolicyArn })
    const policy = { RoleName, PolicyName: 'p' }
    await operate(world, 'PutRolePolicy', { ...policy, PolicyDocument: allow('s3:*') })
    const remove = () => operate(world, 'DeleteRole', { RoleName })
    expect(await refusal(remove())).toBe(
      'DeleteConflict: Cannot delete entity, must detach all policies first.',
    )
    await operate(world, 'DetachRolePolicy', { RoleName, PolicyArn })
    expect(await refusal(remove())).toBe(
      'DeleteConflict: Cannot delete entity, must delete policies first.',
    )
    await operate(world, 'DeleteRolePolicy', policy)
    await remove()
    expect(await refusal(remove())).toMatch(/^NoSuchEntity/)
  })
})

describe('a role that an AWS service made', () => {
  const sso = ssoOf(ACCOUNT)
  const RoleName = 'AWSReservedSSO_BucketCreator_0123456789abcdef'
  const Path = '/aws-reserved/sso.amazonaws.com/'
  const PolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
  const words = (name: string) =>
    `UnmodifiableEntity: Cannot perform the operation on the protected role '${name}' - this role is only modifiable by AWS`

  const make = () =>
    operate(world, 'CreateRole', { RoleName, Path, AssumeRolePolicyDocument: accountTrust }, sso)

  const edits = [
    ['DeleteRole', {}],
    ['UpdateRole', { Description: 'mine' }],
    ['UpdateRoleDescription', { Description: 'mine' }],
    ['TagRole', { Tags: [{ Key: 'k', Value: 'v' }] }],
    ['UntagRole', { TagKeys: ['k'] }],
    ['UpdateRole', { MaxSessionDuration: 43200 }],
    ['UpdateAssumeRolePolicy', { PolicyDocument: accountTrust }],
    ['PutRolePolicy', { PolicyName: 'p', PolicyDocument: allow('*') }],
    ['DeleteRolePolicy', { PolicyName: 'p' }],
    ['AttachRolePolicy', { PolicyArn }],
    ['DetachRolePolicy', { PolicyArn }],
    ['PutRolePermissionsBoundary', { PermissionsBoundary: PolicyArn }],
    ['DeleteRolePermissionsBoundary', {}],
  ] as const

  test.each(edits)('refuses %s %j to the administrator', async (name, input) => {
    await make()
    const edit = operate(world, name, { RoleName, ...input } as never)
    expect(await refusal(edit)).toBe(words(RoleName))
  })

  test('lets the service that made it do all of that', async () => {
    await make()
    const run = (name: (typeof edits)[number][0], input: object) =>
      operate(world, name, { RoleName, ...input } as never, sso)
    await run('PutRolePolicy', { PolicyName: 'p', PolicyDocument: allow('*') })
    await run('AttachRolePolicy', { PolicyArn })
    await run('PutRolePermissionsBoundary', { PermissionsBoundary: PolicyArn })
    await run('UpdateAssumeRolePolicy', { PolicyDocument: accountTrust })
    await run('UpdateRole', { MaxSessionDuration: 43200 })
    await run('DeleteRolePermissionsBoundary', {})
    await run('DetachRolePolicy', { PolicyArn })
    await run('DeleteRolePolicy', { PolicyName: 'p' })
    await run('DeleteRole', {})
  })

  test('is not the business of the same service in another account', async () => {
    await make()
    expect(await refusal(operate(world, 'DeleteRole', { RoleName }, ssoOf(OTHER)))).toMatch(
      /^NoSuchEntity/,
    )
  })

  test('may be looked at by anybody who may', async () => {
    await make()
    const { Role } = await operate(world, 'GetRole', { RoleName })
    expect(Role.Arn).toBe(`arn:aws:iam::${ACCOUNT}:role${Path}${RoleName}`)
  })

  const linked = 'AWSServiceRoleForSSO'
  test.each(edits.filter(([, input]) => !('Description' in input)))(
    'refuses %s on a service-linked role to everybody, its own service too',
    async (name, input) => {
      for (const caller of [undefined, sso]) {
        const edit = operate(world, name, { RoleName: linked, ...input } as never, caller)
        expect(await refusal(edit)).toBe(words(linked))
      }
    },
  )

  test('lets the account describe a service-linked role', async () => {
    await operate(world, 'UpdateRole', { RoleName: linked, Description: 'ours' })
    const { Role } = await operate(world, 'GetRole', { RoleName: linked })
    expect(Role.Description).toBe('ours')
  })
})

describe('CreateServiceLinkedRole', () => {
  const create = (AWSServiceName: string, more = {}) =>
    operate(world, 'CreateServiceLinkedRole', { AWSServiceName, ...more }, adminOf('777788889999'))

  test('makes the role that AWS defines', async () => {
    const { Role } = await create('sso.amazonaws.com', { Description: 'd' })
    expect(Role).toMatchObject({
      RoleName: 'AWSServiceRoleForSSO',
      Path: '/aws-service-role/sso.amazonaws.com/',
      Description: 'd',
    })
    expect(decoded(Role?.AssumeRolePolicyDocument)).toMatchObject({
      Statement: [{ Principal: { Service: 'sso.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    })
    const held = await operate(
      world,
      'ListAttachedRolePolicies',
      { RoleName: 'AWSServiceRoleForSSO' },
      adminOf('777788889999'),
    )
    expect(held.AttachedPolicies?.[0]?.PolicyName).toBe('AWSSSOServiceRolePolicy')
  })

  test('refuses a second', async () => {
    await create('sso.amazonaws.com')
    expect(await refusal(create('sso.amazonaws.com'))).toBe(
      'InvalidInput: Service role name AWSServiceRoleForSSO has been taken in this account, please try a different suffix.',
    )
  })

  test.each([
    ['sso.amazonaws.com', { CustomSuffix: 'x' }, /^InvalidInput: Custom suffix is not allowed for/],
    [
      'ecs.amazonaws.com',
      {},
      /^NotImplemented: The service-linked role of ecs\.amazonaws\.com is not/,
    ],
    ['example.com', {}, /^InvalidInput: example\.com is not the name of an AWS service/],
  ])('refuses %s %j by name', async (service, more, words) => {
    expect(await refusal(create(service, more))).toMatch(words)
  })
})
