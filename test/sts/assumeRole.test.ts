import { createHash } from 'node:crypto'
import {
  CreatePolicyCommand,
  DeleteRoleCommand,
  DetachRolePolicyCommand,
  GetUserCommand,
  IAMClient,
  ListRolesCommand,
  UpdateAssumeRolePolicyCommand,
} from '@aws-sdk/client-iam'
import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  type AssumeRoleCommandOutput,
  GetCallerIdentityCommand,
} from '@aws-sdk/client-sts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountOfAccessKeyId } from '#kernel/ids/accessKeyId.ts'
import { type Keys, sessionKeys } from '../sandbox/clients.ts'
import {
  ACCOUNT,
  admin,
  createRole,
  createUser,
  OTHER,
  policy,
  refusalOf,
  root,
  rootOf,
  startWorld,
  trusting,
  type World,
} from './world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

type Wanted = Partial<AssumeRoleCommandInput>

const assume = (
  RoleArn: string,
  more: Wanted = {},
  keys: Keys = admin,
): Promise<AssumeRoleCommandOutput> =>
  world.sts(keys).send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'ana', ...more }))

const session = async (RoleArn: string, more: Wanted = {}, keys: Keys = admin): Promise<Keys> =>
  sessionKeys(await assume(RoleArn, more, keys))

const iamWith = (credentials: Keys): IAMClient =>
  new IAMClient({ endpoint: world.iamUrl, region: 'us-east-1', credentials, maxAttempts: 1 })

const denied = (who: string, action: string, on: string) => ({
  code: 'AccessDenied',
  status: 403,
  message: expect.stringContaining(
    `User: ${who} is not authorized to perform: ${action} on resource: ${on}`,
  ),
})

const adminArn = `arn:aws:iam::${ACCOUNT}:user/admin`

describe('serialisation', () => {
  test("answers credentials of the role's account, and who the session is", async () => {
    const role = await createRole(world, { path: '/team/red/' })
    const before = Date.now()
    const { Credentials, AssumedRoleUser, PackedPolicySize, SourceIdentity, $metadata } =
      await assume(role)
    const name = role.split('/').at(-1)
    expect(AssumedRoleUser).toEqual({
      AssumedRoleId: expect.stringMatching(/^AROA[A-Z0-9]{17}:ana$/),
      Arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${name}/ana`,
    })
    expect(Credentials!.AccessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/)
    expect(accountOfAccessKeyId(Credentials!.AccessKeyId!)).toBe(ACCOUNT)
    expect(Credentials!.SecretAccessKey).toMatch(/^[A-Za-z0-9+/]{40}$/)
    expect(Credentials!.SessionToken).toMatch(/^IQoJb3JpZ2luX2Vj/)
    expect(Credentials!.Expiration!.getTime() - before).toBeGreaterThan(3_598_000)
    expect(Credentials!.Expiration!.getTime() - before).toBeLessThan(3_610_000)
    // Nothing was passed, so nothing was packed.
    expect({ PackedPolicySize, SourceIdentity }).toEqual({})
    expect($metadata.requestId).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('is XML in indented lines, as STS writes it', async () => {
    const role = await createRole(world)
    await assume(role)
    const response = world.services
      .recorder!.events()
      .findLast((event) => event.kind === 'response')
    const { body, headers } = response!
    expect(body.text!.split('\n').slice(0, 3)).toEqual([
      '<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">',
      '  <AssumeRoleResult>',
      expect.stringMatching(/^ {4}</),
    ])
    expect(Object.fromEntries(headers)['Content-Type']).toBe('text/xml')
    expect(headers.map(([name]) => name.toLowerCase())).not.toContain('x-amz-id-2')
  })
})

describe('validation', () => {
  const arn = `arn:aws:iam::${ACCOUNT}:role/none`

  test.each<[string, Wanted & { RoleArn?: string }, string]>([
    ['no ARN', { RoleArn: 'not-an-arn-but-long-enough' }, 'not-an-arn-but-long-enough is invalid'],
    [
      'the ARN of a user',
      { RoleArn: `arn:aws:iam::${ACCOUNT}:user/admin` },
      `arn:aws:iam::${ACCOUNT}:user/admin is invalid`,
    ],
    [
      'a name with a colon',
      { RoleSessionName: 'a:b' },
      "Value 'a:b' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*",
    ],
    [
      'a name of one letter',
      { RoleSessionName: 'a' },
      'Member must have length greater than or equal to 2',
    ],
    [
      '599 s',
      { DurationSeconds: 899 },
      "Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900",
    ],
    [
      '12 hours and a second',
      { DurationSeconds: 43_201 },
      'Member must have value less than or equal to 43200',
    ],
  ])('refuses %s', async (_, { RoleArn = arn, ...more }, message) => {
    expect(await refusalOf(assume(RoleArn, more))).toEqual({
      code: 'ValidationError',
      status: 400,
      message: expect.stringContaining(message),
    })
  })

  test('counts what is wrong', async () => {
    const refusal = await refusalOf(assume(arn, { RoleSessionName: 'a:b', DurationSeconds: 1 }))
    expect(refusal).toMatchObject({
      message: expect.stringMatching(/^2 validation errors detected: /),
    })
  })
})

describe('authorisation', () => {
  test('takes an account that the role trusts, and whom that account lets', async () => {
    const role = await createRole(world)
    const let_ = await createUser(world, [
      { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: role },
    ])
    const notLet = await createUser(world, [])
    await expect(assume(role, {}, let_)).resolves.toBeDefined()
    expect(await refusalOf(assume(role, {}, notLet))).toEqual(
      denied(notLet.arn, 'sts:AssumeRole', role),
    )
  })

  test('takes a user whom the role names, without a policy of its own', async () => {
    const user = await createUser(world, [])
    const role = await createRole(world, { trust: [trusting(user.arn)] })
    await expect(assume(role, {}, user)).resolves.toBeDefined()
    expect(await refusalOf(assume(role))).toEqual(denied(adminArn, 'sts:AssumeRole', role))
  })

  test('takes the session of a role that the role names', async () => {
    const first = await createRole(world)
    const second = await createRole(world, { trust: [trusting(first)] })
    await expect(assume(second, {}, await session(first))).resolves.toBeDefined()
    expect(await refusalOf(assume(second))).toEqual(denied(adminArn, 'sts:AssumeRole', second))
  })

  test('says the same of a role that trusts others, and of one that is not there', async () => {
    const role = await createRole(world, { trust: [trusting(rootOf(OTHER))] })
    const missing = `${role}-missing`
    expect(await refusalOf(assume(role))).toEqual(denied(adminArn, 'sts:AssumeRole', role))
    expect(await refusalOf(assume(missing))).toEqual(denied(adminArn, 'sts:AssumeRole', missing))
    const [one, other] = [await refusalOf(assume(role)), await refusalOf(assume(missing))]
    expect(JSON.stringify(one).replaceAll(role, 'ROLE')).toBe(
      JSON.stringify(other).replaceAll(missing, 'ROLE'),
    )
  })

  test('across accounts wants both sides', async () => {
    const role = await createRole(world, { account: OTHER, trust: [trusting(rootOf(ACCOUNT))] })
    const lame = await createUser(world, [])
    const { AssumedRoleUser } = await assume(role)
    expect(AssumedRoleUser!.Arn).toContain(`:${OTHER}:assumed-role/`)
    expect(await refusalOf(assume(role, {}, lame))).toEqual(
      denied(lame.arn, 'sts:AssumeRole', role),
    )
  })

  test('holds the external id against the trust policy', async () => {
    const Condition = { StringEquals: { 'sts:ExternalId': 'agreed' } }
    const role = await createRole(world, { trust: [trusting(rootOf(ACCOUNT), { Condition })] })
    await expect(assume(role, { ExternalId: 'agreed' })).resolves.toBeDefined()
    for (const more of [{}, { ExternalId: 'another' }])
      expect(await refusalOf(assume(role, more))).toEqual(denied(adminArn, 'sts:AssumeRole', role))
  })

  test('asks for the session name, where the trust policy wants one', async () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable
    const Condition = { StringLike: { 'sts:RoleSessionName': '${aws:username}' } }
    const role = await createRole(world, { trust: [trusting(rootOf(ACCOUNT), { Condition })] })
    await expect(assume(role, { RoleSessionName: 'admin' })).resolves.toBeDefined()
    expect(await refusalOf(assume(role))).toEqual(denied(adminArn, 'sts:AssumeRole', role))
  })

  test('bites on the next call when the trust policy changes', async () => {
    const role = await createRole(world)
    await assume(role)
    const RoleName = role.split('/').at(-1)!
    await world.iam().send(
      new UpdateAssumeRolePolicyCommand({
        RoleName,
        PolicyDocument: policy(trusting(rootOf(OTHER))),
      }),
    )
    expect(await refusalOf(assume(role))).toEqual(denied(adminArn, 'sts:AssumeRole', role))
  })

  test('refuses the root user of an account', async () => {
    const role = await createRole(world)
    expect(await refusalOf(assume(role, {}, root))).toEqual({
      code: 'AccessDenied',
      status: 403,
      message: 'Roles may not be assumed by root accounts.',
    })
  })
})

describe('durations', () => {
  test.each([900, 3_600, 43_200])(
    '%i s on a role that allows twelve hours',
    async (DurationSeconds) => {
      const role = await createRole(world, { maximum: 43_200 })
      const before = Math.floor(world.clock.now() / 1000)
      const { Credentials } = await assume(role, { DurationSeconds })
      const lifetime = Credentials!.Expiration!.getTime() / 1000 - before
      expect(lifetime).toBeGreaterThanOrEqual(DurationSeconds)
      expect(lifetime).toBeLessThan(DurationSeconds + 5)
    },
  )

  test('but not more than the role allows', async () => {
    const role = await createRole(world)
    expect(await refusalOf(assume(role, { DurationSeconds: 3_601 }))).toEqual({
      code: 'ValidationError',
      status: 400,
      message: 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    })
  })

  test('and an hour in a chain, whatever the role allows', async () => {
    const role = await createRole(world, { maximum: 43_200 })
    const keys = await session(role)
    await expect(assume(role, { DurationSeconds: 3_600 }, keys)).resolves.toBeDefined()
    expect(await refusalOf(assume(role, { DurationSeconds: 3_601 }, keys))).toEqual({
      code: 'ValidationError',
      status: 400,
      message:
        'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    })
  })
})

describe('tags', () => {
  const tag = (Key: string, Value: string) => ({ Key, Value })
  const onlyTagged = (key: string, value: string): readonly Record<string, unknown>[] => [
    {
      Effect: 'Allow',
      Action: '*',
      Resource: '*',
      Condition: { StringEquals: { [`aws:PrincipalTag/${key}`]: value } },
    },
  ]
  const works = async (keys: Keys): Promise<boolean> => {
    const client = iamWith(keys)
    const refused = await refusalOf(client.send(new ListRolesCommand({})))
    client.destroy()
    return refused === 'no refusal'
  }

  test('of a request are tags of the session, over those of its role', async () => {
    const role = await createRole(world, {
      tags: { Team: 'red', stage: 'dev' },
      may: onlyTagged('team', 'blue'),
    })
    expect(await works(await session(role))).toBe(false)
    expect(await works(await session(role, { Tags: [tag('team', 'blue')] }))).toBe(true)
    const own = await createRole(world, { tags: { Team: 'red' }, may: onlyTagged('Team', 'red') })
    expect(await works(await session(own))).toBe(true)
  })

  test('are a permission of their own', async () => {
    const user = await createUser(world, [
      { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' },
    ])
    const role = await createRole(world, {
      trust: [trusting(rootOf(ACCOUNT), { Action: 'sts:AssumeRole' })],
    })
    const asked = { Tags: [tag('team', 'red')] }
    expect(await refusalOf(assume(role, asked))).toEqual(denied(adminArn, 'sts:TagSession', role))
    const taggable = await createRole(world)
    expect(await refusalOf(assume(taggable, asked, user))).toEqual(
      denied(user.arn, 'sts:TagSession', taggable),
    )
  })

  test('are known to the trust policy', async () => {
    const Condition = {
      StringEquals: { 'aws:RequestTag/team': 'red' },
      'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'], 'sts:TransitiveTagKeys': ['team'] },
    }
    const role = await createRole(world, { trust: [trusting(rootOf(ACCOUNT), { Condition })] })
    const Tags = [tag('team', 'red')]
    await expect(assume(role, { Tags, TransitiveTagKeys: ['team'] })).resolves.toBeDefined()
    for (const more of [{ Tags: [tag('team', 'blue')] }, { Tags: [...Tags, tag('x', 'y')] }])
      expect(await refusalOf(assume(role, more))).toMatchObject({ code: 'AccessDenied' })
  })

  test('travel on in a chain where they are transitive, and only those', async () => {
    const first = await createRole(world)
    const keys = await session(first, {
      Tags: [tag('team', 'red'), tag('stage', 'dev')],
      TransitiveTagKeys: ['Team'],
    })
    const team = await createRole(world, { may: onlyTagged('team', 'red') })
    const stage = await createRole(world, { may: onlyTagged('stage', 'dev') })
    expect(await works(await session(team, {}, keys))).toBe(true)
    expect(await works(await session(stage, {}, keys))).toBe(false)
    // And on.
    const again = await createRole(world)
    expect(await works(await session(team, {}, await session(again, {}, keys)))).toBe(true)
  })

  test('that travel on must be allowed by every role on the way', async () => {
    const first = await createRole(world)
    const keys = await session(first, { Tags: [tag('team', 'red')], TransitiveTagKeys: ['team'] })
    const next = await createRole(world, {
      trust: [trusting(rootOf(ACCOUNT), { Action: 'sts:AssumeRole' })],
    })
    const name = first.split('/').at(-1)
    expect(await refusalOf(assume(next, {}, keys))).toEqual(
      denied(`arn:aws:sts::${ACCOUNT}:assumed-role/${name}/ana`, 'sts:TagSession', next),
    )
    await expect(assume(next, {}, await session(first))).resolves.toBeDefined()
  })

  test.each<[string, Wanted, string]>([
    [
      'twice, in another case',
      { Tags: [tag('team', 'a'), tag('TEAM', 'b')] },
      'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    ],
    [
      'transitive, but not given',
      { TransitiveTagKeys: ['team'] },
      'The specified transitive tag key must be included in the requested tags.',
    ],
  ])('are refused %s', async (_, more, message) => {
    const role = await createRole(world)
    expect(await refusalOf(assume(role, more))).toEqual({
      code: 'InvalidParameterValue',
      status: 400,
      message,
    })
  })

  test('that travel on are not set anew', async () => {
    const role = await createRole(world)
    const keys = await session(role, { Tags: [tag('team', 'red')], TransitiveTagKeys: ['team'] })
    expect(await refusalOf(assume(role, { Tags: [tag('Team', 'blue')] }, keys))).toEqual({
      code: 'InvalidParameterValue',
      status: 400,
      message:
        "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
    })
  })
})

describe('a source identity', () => {
  test('is a permission of its own, and is told back', async () => {
    const role = await createRole(world)
    expect((await assume(role, { SourceIdentity: 'ana@example.com' })).SourceIdentity).toBe(
      'ana@example.com',
    )
    const closed = await createRole(world, {
      trust: [trusting(rootOf(ACCOUNT), { Action: 'sts:AssumeRole' })],
    })
    expect(await refusalOf(assume(closed, { SourceIdentity: 'ana@example.com' }))).toEqual(
      denied(adminArn, 'sts:SetSourceIdentity', closed),
    )
  })

  test('stays through a chain, must be allowed on the way, and is never another', async () => {
    const role = await createRole(world)
    const keys = await session(role, { SourceIdentity: 'ana' })
    const again = await assume(role, {}, keys)
    expect(again.SourceIdentity).toBe('ana')
    expect((await assume(role, { SourceIdentity: 'ana' }, sessionKeys(again))).SourceIdentity).toBe(
      'ana',
    )
    expect(
      await refusalOf(assume(role, { SourceIdentity: 'eve' }, sessionKeys(again))),
    ).toMatchObject({
      code: 'AccessDenied',
      status: 403,
    })
    const closed = await createRole(world, {
      trust: [trusting(rootOf(ACCOUNT), { Action: 'sts:AssumeRole' })],
    })
    expect(await refusalOf(assume(closed, {}, keys))).toMatchObject({
      message: expect.stringContaining('sts:SetSourceIdentity'),
    })
  })

  test('is a key that policies of the next requests can read', async () => {
    const Condition = { StringEquals: { 'aws:SourceIdentity': 'ana' } }
    const role = await createRole(world, {
      may: [{ Effect: 'Allow', Action: 'iam:ListRoles', Resource: '*', Condition }],
    })
    for (const [SourceIdentity, expected] of [
      ['ana', 'no refusal'],
      ['eve', 'AccessDenied'],
    ] as const) {
      const client = iamWith(await session(role, { SourceIdentity }))
      const refused = await refusalOf(client.send(new ListRolesCommand({})))
      expect(refused === 'no refusal' ? refused : refused.code).toBe(expected)
      client.destroy()
    }
  })
})

describe('session policies', () => {
  const mayOnly = (action: string) => policy({ Effect: 'Allow', Action: action, Resource: '*' })

  test('narrow what the session may, and say how much room they take', async () => {
    const role = await createRole(world)
    const made = await assume(role, { Policy: mayOnly('iam:ListRoles') })
    expect(made.PackedPolicySize).toBeGreaterThan(0)
    expect(made.PackedPolicySize).toBeLessThanOrEqual(100)
    const client = iamWith(sessionKeys(made))
    expect(await refusalOf(client.send(new ListRolesCommand({})))).toBe('no refusal')
    expect(await refusalOf(client.send(new GetUserCommand({ UserName: 'admin' })))).toMatchObject({
      code: 'AccessDenied',
      message: expect.stringContaining('session policy'),
    })
    client.destroy()
  })

  test("may be AWS's own, or of the role's account", async () => {
    const role = await createRole(world)
    const { Policy } = await world.iam().send(
      new CreatePolicyCommand({
        PolicyName: `only-${role.split('-').at(-1)}`,
        PolicyDocument: mayOnly('iam:ListRoles'),
      }),
    )
    for (const arn of ['arn:aws:iam::aws:policy/IAMReadOnlyAccess', Policy!.Arn!])
      await expect(assume(role, { PolicyArns: [{ arn }] })).resolves.toMatchObject({
        PackedPolicySize: expect.any(Number),
      })
    expect(
      await refusalOf(
        assume(role, { PolicyArns: [{ arn: `arn:aws:iam::${ACCOUNT}:policy/none` }] }),
      ),
    ).toMatchObject({
      code: 'MalformedPolicyDocument',
      status: 400,
    })
    expect(
      await refusalOf(assume(role, { PolicyArns: [{ arn: `arn:aws:iam::${ACCOUNT}:role/x` }] })),
    ).toMatchObject({
      code: 'ValidationError',
    })
  })

  test.each([
    '{',
    '{"Version":"2012-10-17"}',
    policy({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }),
  ])('must be policies: %s', async (Policy) => {
    const role = await createRole(world)
    expect(await refusalOf(assume(role, { Policy }))).toMatchObject({
      code: 'MalformedPolicyDocument',
      status: 400,
    })
  })

  test('that take too much room are refused, and the percentage is told', async () => {
    const role = await createRole(world)
    const value = (seed: number) => createHash('sha512').update(`${seed}`).digest('hex')
    const Tags = Array.from({ length: 50 }, (_, i) => ({ Key: `key-${i}`, Value: value(i) }))
    const refused = await refusalOf(assume(role, { Tags }))
    expect(refused).toMatchObject({ code: 'PackedPolicyTooLarge', status: 400 })
    expect((refused as { message: string }).message).toMatch(
      /^Packed policy consumes \d{3,}% of allotted space, please use smaller policy\.$/,
    )
  })

  test('a session that was narrowed cannot assume its way out', async () => {
    const role = await createRole(world)
    const narrow = await session(role, { Policy: mayOnly('iam:ListRoles') })
    expect(await refusalOf(assume(role, {}, narrow))).toMatchObject({ code: 'AccessDenied' })
  })
})

describe('a session', () => {
  test('ends by the clock of the sandbox, on the second', async () => {
    const role = await createRole(world)
    const made = await assume(role, { DurationSeconds: 900 })
    const client = world.sts(sessionKeys(made))
    expect(await refusalOf(client.send(new GetCallerIdentityCommand({})))).toBe('no refusal')
    const left = made.Credentials!.Expiration!.getTime() - world.clock.now()
    await world.clock.advance(left)
    expect(await refusalOf(client.send(new GetCallerIdentityCommand({})))).toEqual({
      code: 'ExpiredToken',
      status: 403,
      message: 'The security token included in the request is expired',
    })
    await world.clock.restore(0)
  })

  test('ends with its role, though one is made again under the name', async () => {
    const role = await createRole(world, { name: 'phoenix' })
    const client = world.sts(await session(role))
    const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess'
    await world.iam().send(new DetachRolePolicyCommand({ RoleName: 'phoenix', PolicyArn }))
    await world.iam().send(new DeleteRoleCommand({ RoleName: 'phoenix' }))
    await createRole(world, { name: 'phoenix' })
    expect(await refusalOf(client.send(new GetCallerIdentityCommand({})))).toMatchObject({
      code: 'InvalidClientTokenId',
      status: 403,
    })
  })

  test('is its key, its secret and its token together', async () => {
    const role = await createRole(world)
    const [one, two] = [await session(role), await session(role)]
    const refused = (keys: Keys) =>
      refusalOf(world.sts(keys).send(new GetCallerIdentityCommand({})))
    expect(await refused({ ...one, sessionToken: two.sessionToken! })).toMatchObject({
      code: 'InvalidClientTokenId',
    })
    expect(await refused({ ...one, secretAccessKey: two.secretAccessKey })).toMatchObject({
      code: 'SignatureDoesNotMatch',
    })
    const { sessionToken: _, ...bare } = one
    expect(await refused(bare)).toMatchObject({ code: 'InvalidClientTokenId' })
    const flipped = one.sessionToken!.replace(
      /.(.{20})$/,
      (_all, rest) => `${one.sessionToken!.at(-21) === 'A' ? 'B' : 'A'}${rest}`,
    )
    expect(await refused({ ...one, sessionToken: flipped })).toMatchObject({
      code: 'InvalidClientTokenId',
    })
    expect(await refused(one)).toBe('no refusal')
  })

  test('is nowhere but in its token', async () => {
    const role = await createRole(world)
    const before = JSON.stringify([...world.services.store.dump()])
    const { secretAccessKey, sessionToken } = await session(role)
    expect(JSON.stringify([...world.services.store.dump()])).toBe(before)
    const recorded =
      JSON.stringify(world.services.recorder!.events()) + JSON.stringify(await world.journal())
    expect(recorded).not.toContain(secretAccessKey)
    expect(recorded).not.toContain(encodeURIComponent(secretAccessKey))
    expect(recorded).not.toContain(sessionToken)
  })
})

describe('audit', () => {
  test("is in the journal of the role's account, without secret or token", async () => {
    const role = await createRole(world, { account: OTHER, trust: [trusting(rootOf(ACCOUNT))] })
    const { Credentials, AssumedRoleUser } = await assume(role)
    expect((await world.journal(OTHER)).at(-1)).toMatchObject({
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRole',
      readOnly: true,
      account: OTHER,
      caller: { type: 'IAMUser', arn: adminArn, accountId: ACCOUNT, accessKeyId: 'test' },
      requestParameters: { roleArn: role, roleSessionName: 'ana' },
      responseElements: {
        credentials: {
          accessKeyId: Credentials!.AccessKeyId,
          expiration: Credentials!.Expiration!.toISOString(),
        },
        assumedRoleUser: {
          assumedRoleId: AssumedRoleUser!.AssumedRoleId,
          arn: AssumedRoleUser!.Arn,
        },
      },
      resources: [{ arn: role, accountId: OTHER, type: 'AWS::IAM::Role' }],
    })
  })

  test('of a denial has no request parameters', async () => {
    const role = await createRole(world, { trust: [trusting(rootOf(OTHER))] })
    await refusalOf(assume(role))
    expect((await world.journal()).at(-1)).toMatchObject({
      eventName: 'AssumeRole',
      errorCode: 'AccessDenied',
      requestParameters: null,
      responseElements: null,
    })
  })
})

test('explanation: the recording says who signed, what decided, and until when the session lives', async () => {
  const role = await createRole(world)
  await assume(role)
  const { exchange } = world.services.recorder!.events().at(-1) as { exchange: number }
  const topics = world.services
    .recorder!.events()
    .flatMap((event) =>
      event.kind === 'explain' && event.exchange === exchange ? [event.topic] : [],
    )
  expect(topics).toEqual(['identify', 'sigv4', 'policy', 'session', 'pipeline'])
})

test.each(['local', 'http'] as const)('works over %s hops', async (hops) => {
  const other = await startWorld(hops)
  const role = await createRole(other)
  const made = await other
    .sts()
    .send(new AssumeRoleCommand({ RoleArn: role, RoleSessionName: 'ana' }))
  const who = await other.sts(sessionKeys(made)).send(new GetCallerIdentityCommand({}))
  expect(who.Arn).toBe(made.AssumedRoleUser!.Arn)
  await other.close()
})
