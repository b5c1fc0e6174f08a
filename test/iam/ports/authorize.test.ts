import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anonymous, type Caller } from '#kernel/hops/caller.ts'
import type { Decision } from '#kernel/hops/decision.ts'
import { HopError } from '#kernel/hops/hopError.ts'
import { mintCaller } from '#kernel/hops/mintCaller.ts'
import type { Ask } from '#kernel/hops/port.ts'
import type { authorization, GivenCaller } from '#kernel/hops/ports.ts'
import { mint } from '#kernel/hops/statement.ts'
import { accountTrust, adminOf, allow, operate, ssoOf, trust } from '../operate.ts'
import {
  ACCOUNT,
  BOUND,
  OTHER,
  plainSeed,
  startWorld,
  type World,
  type WorldSeed,
} from '../world.ts'

const scope = { date: '20261124', region: 'us-east-1', service: 's3' }
const MANAGEMENT = '999900001111'
const bucket = 'arn:aws:s3:::reports'
const read = { action: 's3:GetObject', resource: `${bucket}/a` }

const deny = (Action: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action, Resource: '*' }],
})

const organized: WorldSeed = {
  accounts: [
    ...plainSeed.accounts,
    {
      id: MANAGEMENT,
      name: 'management',
      users: [
        {
          name: 'boss',
          policies: ['arn:aws:iam::aws:policy/AdministratorAccess'],
          accessKeys: [{ accessKeyId: 'bossboss', secretAccessKey: 's' }],
        },
      ],
    },
  ],
  organization: {
    managementAccountId: MANAGEMENT,
    accounts: [OTHER],
    ous: [{ name: 'team', accounts: [ACCOUNT] }],
    policies: [
      { name: 'NoGet', type: 'SCP', content: deny('s3:GetObject'), targets: ['team', MANAGEMENT] },
      {
        name: 'NoPut',
        type: 'RCP',
        content: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: '*' }],
        },
        targets: ['root'],
      },
    ],
  },
}

describe.each(['local', 'http'] as const)('over %s, IAM', (hops) => {
  let world: World
  const start = async (seed?: WorldSeed) => {
    world = await startWorld({ hops, ...(seed && { seed }) })
  }
  beforeEach(() => start())
  afterEach(() => world.close())

  const restart = async (seed: WorldSeed) => {
    await world.close()
    await start(seed)
  }

  const ask = async (
    caller: GivenCaller,
    checks: Ask<typeof authorization, 'authorize'>['checks'],
    context: Record<string, string[]> = {},
    bound = BOUND,
  ): Promise<readonly Decision[]> => {
    const { statement } = await world
      .ports('s3', bound)
      .authorization.authorize({ caller, context, checks })
    return statement.body.decisions
  }

  /** The caller statement of a long-term key, as a service passes it on. */
  const byKey = async (accessKeyId: string, bound = BOUND): Promise<GivenCaller> => {
    const { statement } = await world
      .ports('s3', bound)
      .credentials.resolveCaller({ accessKeyId, scope })
    return statement.jws ?? statement
  }

  /** IAM's word on any caller, in the one form that both carriers take. */
  const stated = (body: Caller): GivenCaller => {
    const { context } = world.runs.get('iam')!.service
    const facts = {
      bound: BOUND,
      exp: Math.floor(world.clock.now() / 1000) + 60,
      body,
    }
    const about = 'credentials.resolveCaller'
    const jws = context.ring.sign({ ...facts, sub: about, aud: 's3' })
    return hops === 'http' ? jws : mint({ ...facts, issuer: 'iam', about, jws })
  }

  /** A user with one inline policy, and a key. */
  const userWith = async (PolicyDocument: string, more: object = {}): Promise<GivenCaller> => {
    await operate(world, 'CreateUser', { UserName: 'ana', ...more })
    await operate(world, 'PutUserPolicy', { UserName: 'ana', PolicyName: 'p', PolicyDocument })
    return byKey(await keyOf('ana'))
  }
  const keyOf = async (UserName: string) =>
    (await operate(world, 'CreateAccessKey', { UserName })).AccessKey.AccessKeyId

  const makeRole = async (RoleName: string, more: object = {}) => {
    const input = { RoleName, AssumeRolePolicyDocument: accountTrust, ...more }
    return (await operate(world, 'CreateRole', input)).Role
  }

  const sessionOf = (
    { Arn, RoleId, RoleName }: { Arn: string; RoleId: string; RoleName: string },
    more: Partial<Caller['session']> = {},
  ) =>
    stated({
      type: 'AssumedRole',
      accountId: ACCOUNT,
      arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${RoleName}/s`,
      userId: `${RoleId}:s`,
      tags: {},
      session: {
        issuedAt: world.clock.now() / 1000,
        expiresAt: world.clock.now() / 1000 + 3600,
        sessionName: 's',
        roleArn: Arn,
        roleId: RoleId,
        policyArns: [],
        transitiveTagKeys: [],
        chained: false,
        context: {},
        ...more,
      },
    })

  const messages = (decisions: readonly Decision[]) =>
    decisions.map(({ decision, message }) => message ?? decision)

  describe('decides by the policies of a user', () => {
    test('each check by itself, in their order', async () => {
      const caller = await userWith(allow('s3:GetObject', `${bucket}/*`))
      const decisions = await ask(caller, [
        read,
        { action: 's3:PutObject', resource: `${bucket}/a` },
        { action: 's3:getobject', resource: `${bucket}/b` },
      ])
      expect(messages(decisions)).toEqual([
        'Allow',
        `User: arn:aws:iam::${ACCOUNT}:user/ana is not authorized to perform: s3:PutObject on resource: "${bucket}/a" because no identity-based policy allows the s3:PutObject action`,
        'Allow',
      ])
      expect(decisions[0]?.decidedBy).toMatchObject({ layer: 'identity', policy: 'p' })
    })

    test('at each request anew', async () => {
      const caller = await userWith(allow('s3:*'))
      expect(messages(await ask(caller, [read]))).toEqual(['Allow'])
      await operate(world, 'DeleteUserPolicy', { UserName: 'ana', PolicyName: 'p' })
      expect((await ask(caller, [read]))[0]?.decision).toBe('Deny')
    })

    test('managed ones too, and the boundary that caps them', async () => {
      const admin = await byKey('test')
      expect(messages(await ask(admin, [read]))).toEqual(['Allow'])
      await operate(world, 'CreatePolicy', { PolicyName: 'Ec2', PolicyDocument: allow('ec2:*') })
      const PermissionsBoundary = `arn:aws:iam::${ACCOUNT}:policy/Ec2`
      await operate(world, 'PutUserPermissionsBoundary', { UserName: 'admin', PermissionsBoundary })
      expect((await ask(admin, [read]))[0]?.message).toMatch(
        /because no permissions boundary allows the s3:GetObject action$/,
      )
    })

    describe('and of its groups', () => {
      const GroupName = 'Devs'
      const inline = (Effect: string, Action: string) => ({
        GroupName,
        PolicyName: 'team',
        PolicyDocument: allow(Action).replace('Allow', Effect),
      })
      const join = async (UserName = 'ana') => {
        await operate(world, 'CreateGroup', { GroupName })
        await operate(world, 'AddUserToGroup', { GroupName, UserName })
      }
      const decided = async (caller: GivenCaller) => (await ask(caller, [read]))[0]!

      test('inline and attached, from the next request on and no longer', async () => {
        const caller = await userWith(allow('ec2:*'))
        await join()
        expect((await decided(caller)).decision).toBe('Deny')
        await operate(world, 'PutGroupPolicy', inline('Allow', 's3:*'))
        expect((await decided(caller)).decision).toBe('Allow')
        await operate(world, 'DeleteGroupPolicy', { GroupName, PolicyName: 'team' })
        expect((await decided(caller)).decision).toBe('Deny')
        const PolicyArn = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'
        await operate(world, 'AttachGroupPolicy', { GroupName, PolicyArn })
        expect(await decided(caller)).toMatchObject({
          decision: 'Allow',
          decidedBy: { policy: 'AmazonS3ReadOnlyAccess', policyArn: PolicyArn, group: GroupName },
        })
        await operate(world, 'RemoveUserFromGroup', { GroupName, UserName: 'ana' })
        expect((await decided(caller)).decision).toBe('Deny')
      })

      test('by the name of the group, beside those of its own', async () => {
        const caller = await userWith(allow('s3:*'))
        await join()
        await operate(world, 'PutGroupPolicy', inline('Allow', 's3:*'))
        await operate(world, 'UpdateGroup', { GroupName, NewGroupName: 'Builders' })
        const { layers } = await decided(caller)
        const { policies } = layers.find(({ layer }) => layer === 'identity')!
        expect(policies.map(({ name, group }) => [name, group])).toEqual([
          ['p', undefined],
          ['team', 'Builders'],
        ])
      })

      test('a denial among them over what the user is allowed', async () => {
        const caller = await userWith(allow('s3:*'))
        await join()
        await operate(world, 'PutGroupPolicy', inline('Deny', 's3:GetObject'))
        expect(await decided(caller)).toMatchObject({
          decision: 'Deny',
          decidedBy: { layer: 'identity', explicit: true, policy: 'team', group: GroupName },
          message: expect.stringMatching(/with an explicit deny in an identity-based policy$/),
        })
      })

      test('under the boundary of the user', async () => {
        const caller = await userWith(allow('ec2:*'), {
          PermissionsBoundary: 'arn:aws:iam::aws:policy/IAMFullAccess',
        })
        await join()
        await operate(world, 'PutGroupPolicy', inline('Allow', 's3:*'))
        expect((await decided(caller)).message).toMatch(/because no permissions boundary allows/)
      })
    })

    test('with the conditions of the request and of each check', async () => {
      const caller = await userWith(
        JSON.stringify({
          Version: '2012-10-17',
          Statement: {
            Effect: 'Allow',
            Action: 's3:*',
            Resource: '*',
            Condition: {
              StringEquals: { 'aws:SourceIp': '203.0.113.7', 's3:x-amz-acl': 'private' },
            },
          },
        }),
      )
      const checks = [
        { ...read, context: { 's3:x-amz-acl': ['private'] } },
        { ...read, context: { 's3:x-amz-acl': ['public-read'] } },
        read,
      ]
      const decisions = await ask(caller, checks, { 'aws:SourceIp': ['203.0.113.7'] })
      expect(decisions.map(({ decision }) => decision)).toEqual(['Allow', 'Deny', 'Deny'])
    })

    test('of the account in whose name it is, not of its namesake elsewhere', async () => {
      await operate(world, 'CreateUser', { UserName: 'admin' }, adminOf(OTHER))
      const { AccessKey } = await operate(
        world,
        'CreateAccessKey',
        { UserName: 'admin' },
        adminOf(OTHER),
      )
      expect((await ask(await byKey(AccessKey.AccessKeyId), [read]))[0]?.decision).toBe('Deny')
    })

    test('and allows the root user everything in its account', async () => {
      expect(messages(await ask(await byKey('AKIAROOTROOTROOT0001'), [read]))).toEqual(['Allow'])
    })
  })

  describe('decides by the policies of a role', () => {
    test('and of its session, which narrow it', async () => {
      const role = await makeRole('Reader')
      await operate(world, 'PutRolePolicy', {
        RoleName: 'Reader',
        PolicyName: 'p',
        PolicyDocument: allow('s3:*'),
      })
      const write = { action: 's3:PutObject', resource: `${bucket}/a` }
      expect(messages(await ask(sessionOf(role), [read, write]))).toEqual(['Allow', 'Allow'])
      const narrowed = await ask(sessionOf(role, { policy: allow('s3:GetObject') }), [read, write])
      expect(narrowed.map(({ decision }) => decision)).toEqual(['Allow', 'Deny'])
      expect(narrowed[1]?.message).toMatch(/because no session policy allows/)
    })

    test('and a managed session policy that is deleted does not widen the session', async () => {
      const role = await makeRole('Reader')
      const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess'
      await operate(world, 'AttachRolePolicy', { RoleName: 'Reader', PolicyArn })
      const { Policy } = await operate(world, 'CreatePolicy', {
        PolicyName: 'Narrow',
        PolicyDocument: allow('s3:*'),
      })
      const session = sessionOf(role, { policyArns: [Policy?.Arn ?? ''] })
      expect(messages(await ask(session, [read]))).toEqual(['Allow'])
      await operate(world, 'DeletePolicy', { PolicyArn: Policy?.Arn ?? '' })
      expect((await ask(session, [read]))[0]?.message).toMatch(/because no session policy allows/)
    })

    test('never by those of a new role of the old name', async () => {
      const old = await makeRole('Reader')
      await operate(world, 'DeleteRole', { RoleName: 'Reader' })
      await makeRole('Reader')
      const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess'
      await operate(world, 'AttachRolePolicy', { RoleName: 'Reader', PolicyArn })
      expect((await ask(sessionOf(old), [read]))[0]?.decision).toBe('Deny')
    })
  })

  describe('decides whether a role may be assumed', () => {
    const assume = (resource: string) => ({ action: 'sts:AssumeRole', resource })

    test('by its trust policy: naming the principal is enough in one account', async () => {
      const caller = await userWith(allow('s3:*'))
      const role = await makeRole('Reader', {
        AssumeRolePolicyDocument: trust({ AWS: `arn:aws:iam::${ACCOUNT}:user/ana` }),
      })
      const [decision] = await ask(caller, [assume(role.Arn)])
      expect(decision).toMatchObject({ decision: 'Allow', decidedBy: { layer: 'resource' } })
    })

    test('naming the account delegates to its policies', async () => {
      const role = await makeRole('Reader')
      expect(messages(await ask(await byKey('test'), [assume(role.Arn)]))).toEqual(['Allow'])
      const caller = await userWith(allow('s3:*'))
      expect((await ask(caller, [assume(role.Arn)]))[0]?.message).toBe(
        `User: arn:aws:iam::${ACCOUNT}:user/ana is not authorized to perform: sts:AssumeRole on resource: ${role.Arn} because no identity-based policy allows the sts:AssumeRole action`,
      )
    })

    test('an administrator may not, whom it does not trust; a role that is not there trusts nobody', async () => {
      const role = await makeRole('Reader', {
        AssumeRolePolicyDocument: trust({ Service: 'ec2.amazonaws.com' }),
      })
      const missing = `arn:aws:iam::${ACCOUNT}:role/None`
      const elsewhere = 'arn:aws:iam::777788889999:role/None'
      const decisions = await ask(await byKey('test'), [role.Arn, missing, elsewhere].map(assume))
      for (const { message, resource } of decisions)
        expect(message).toBe(
          `User: arn:aws:iam::${ACCOUNT}:user/admin is not authorized to perform: sts:AssumeRole on resource: ${resource} because no role trust policy allows the sts:AssumeRole action`,
        )
    })

    test('a role under another path is another role', async () => {
      await makeRole('Reader', { Path: '/teams/' })
      const [decision] = await ask(await byKey('test'), [
        assume(`arn:aws:iam::${ACCOUNT}:role/Reader`),
      ])
      expect(decision?.decision).toBe('Deny')
    })

    test('across accounts both sides must allow', async () => {
      const caller = await userWith(allow('sts:AssumeRole'))
      const theirs = async (RoleName: string, AssumeRolePolicyDocument: string) =>
        (await operate(world, 'CreateRole', { RoleName, AssumeRolePolicyDocument }, adminOf(OTHER)))
          .Role.Arn
      const open = await theirs('Open', trust({ AWS: ACCOUNT }))
      const shut = await theirs('Shut', trust({ AWS: OTHER }))
      const decisions = await ask(caller, [assume(open), assume(shut)])
      expect(decisions.map(({ decision }) => decision)).toEqual(['Allow', 'Deny'])
      await operate(world, 'DeleteUserPolicy', { UserName: 'ana', PolicyName: 'p' })
      expect((await ask(caller, [assume(open)]))[0]?.decision).toBe('Deny')
    })

    test('tags and source identity are permissions of their own', async () => {
      const caller = await userWith(allow('s3:*'))
      const user = { AWS: `arn:aws:iam::${ACCOUNT}:user/ana` }
      const role = await makeRole('Reader', { AssumeRolePolicyDocument: trust(user) })
      const decisions = await ask(caller, [
        assume(role.Arn),
        { action: 'sts:TagSession', resource: role.Arn },
        { action: 'sts:SetSourceIdentity', resource: role.Arn },
      ])
      expect(decisions.map(({ decision }) => decision)).toEqual(['Allow', 'Deny', 'Deny'])
    })

    test('tags of the role are keys that conditions see, whatever the asker says of them', async () => {
      const caller = await userWith(
        JSON.stringify({
          Version: '2012-10-17',
          Statement: {
            Effect: 'Allow',
            Action: 'sts:AssumeRole',
            Resource: '*',
            Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } },
          },
        }),
      )
      const blue = await makeRole('Blue', { Tags: [{ Key: 'team', Value: 'blue' }] })
      const red = await makeRole('Red', { Tags: [{ Key: 'team', Value: 'red' }] })
      const lie = { 'aws:ResourceTag/team': ['blue'] }
      const decisions = await ask(caller, [
        assume(blue.Arn),
        assume(red.Arn),
        { ...assume(red.Arn), context: lie },
      ])
      expect(decisions.map(({ decision }) => decision)).toEqual(['Allow', 'Deny', 'Deny'])
    })

    test('a user that it trusts is trusted under another name too', async () => {
      await userWith(allow('s3:*'))
      const user = { AWS: `arn:aws:iam::${ACCOUNT}:user/ana` }
      const role = await makeRole('Reader', { AssumeRolePolicyDocument: trust(user) })
      await operate(world, 'UpdateUser', { UserName: 'ana', NewUserName: 'eva' })
      const renamed = await byKey(await keyOf('eva'))
      expect(messages(await ask(renamed, [assume(role.Arn)]))).toEqual(['Allow'])
      const usurper = await userWith(allow('s3:*'))
      expect((await ask(usurper, [assume(role.Arn)]))[0]?.decision).toBe('Deny')
    })

    test('a user made again under the name that it trusts is not trusted', async () => {
      await userWith(allow('s3:*'))
      const user = { AWS: `arn:aws:iam::${ACCOUNT}:user/ana` }
      const role = await makeRole('Reader', { AssumeRolePolicyDocument: trust(user) })
      const { AccessKeyMetadata } = await operate(world, 'ListAccessKeys', { UserName: 'ana' })
      const AccessKeyId = AccessKeyMetadata[0]?.AccessKeyId ?? ''
      await operate(world, 'DeleteAccessKey', { UserName: 'ana', AccessKeyId })
      await operate(world, 'DeleteUserPolicy', { UserName: 'ana', PolicyName: 'p' })
      await operate(world, 'DeleteUser', { UserName: 'ana' })
      const again = await userWith(allow('s3:*'))
      const [decision] = await ask(again, [assume(role.Arn)])
      expect(decision?.decision).toBe('Deny')
      const shown = decision?.layers.find(({ layer }) => layer === 'resource')?.policies[0]
      expect(shown?.statements[0]?.because[0]).toMatchObject({
        element: 'principal',
        wanted: [expect.stringMatching(/^AIDA/)],
      })
    })

    test("a service may assume its own service-linked role, no other service's", async () => {
      const linked = `arn:aws:iam::${OTHER}:role/aws-service-role/sso.amazonaws.com/AWSServiceRoleForSSO`
      const service = (arn: string) =>
        mintCaller(
          { type: 'AWSService', accountId: '', arn, userId: arn, tags: {} },
          BOUND,
          world.runs.get('sts')!.service.context.ring,
          world.clock.now(),
        )
      const decide = async (arn: string) => {
        const statement = service(arn)
        const given = hops === 'http' ? statement.jws! : statement
        return (await ask(given, [assume(linked)]))[0]?.decision
      }
      expect(await decide('sso.amazonaws.com')).toBe('Allow')
      expect(await decide('ec2.amazonaws.com')).toBe('Deny')
    })

    test('somebody with an assertion may, by the provider that the role names', async () => {
      const provider = `arn:aws:iam::${ACCOUNT}:saml-provider/corp`
      const role = await makeRole('Sso', {
        AssumeRolePolicyDocument: trust({ Federated: provider }, [
          'sts:AssumeRoleWithSAML',
          'sts:TagSession',
        ]),
      })
      const decide = async (federatedProvider: string) => {
        const statement = mintCaller(
          {
            type: 'SAMLUser',
            accountId: '',
            arn: federatedProvider,
            userId: 'ana',
            tags: {},
            session: {
              issuedAt: 0,
              expiresAt: 0,
              sessionName: 'ana',
              policyArns: [],
              transitiveTagKeys: [],
              chained: false,
              federatedProvider,
              context: {},
            },
          },
          BOUND,
          world.runs.get('sts')!.service.context.ring,
          world.clock.now(),
        )
        const given = hops === 'http' ? statement.jws! : statement
        const checks = ['sts:AssumeRoleWithSAML', 'sts:TagSession', 'sts:SetSourceIdentity']
        const decisions = await ask(
          given,
          checks.map((action) => ({ action, resource: role.Arn })),
        )
        return decisions.map(({ decision }) => decision)
      }
      expect(await decide(provider)).toEqual(['Allow', 'Allow', 'Deny'])
      expect(await decide(`${provider}2`)).toEqual(['Deny', 'Deny', 'Deny'])
    })
  })

  describe("decides by the resource's own policy", () => {
    const policyOf = (Principal: unknown) => ({
      name: 'BucketPolicy',
      document: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Principal, Action: 's3:GetObject', Resource: `${bucket}/*` },
        ],
      }),
    })

    test('for nobody, and for a stranger whose own policies allow it too', async () => {
      const open = { ...read, resourcePolicy: policyOf('*'), resourceAccountId: OTHER }
      expect(messages(await ask(anonymous, [open]))).toEqual(['Allow'])
      expect((await ask(anonymous, [{ ...read, resourceAccountId: OTHER }]))[0]?.message).toBe(
        `User: anonymous is not authorized to perform: s3:GetObject on resource: "${bucket}/a" because no resource-based policy allows the s3:GetObject action`,
      )
      expect(messages(await ask(await byKey('test'), [open]))).toEqual(['Allow'])
    })

    test('names an account by its canonical user id', async () => {
      const canonicalUserId = 'c'.repeat(64)
      await restart({
        accounts: [{ ...plainSeed.accounts[0]!, canonicalUserId }, plainSeed.accounts[1]!],
      })
      const named = policyOf({ CanonicalUser: canonicalUserId })
      const check = { ...read, resourcePolicy: named, resourceAccountId: OTHER }
      expect(messages(await ask(await byKey('test'), [check]))).toEqual(['Allow'])
      const stranger = policyOf({ CanonicalUser: 'd'.repeat(64) })
      const [decision] = await ask(await byKey('test'), [{ ...check, resourcePolicy: stranger }])
      expect(decision?.decision).toBe('Deny')
    })

    test('and fails closed where it does not parse', async () => {
      const broken = { ...read, resourcePolicy: { name: 'b', document: '{' } }
      const asking = ask(await byKey('test'), [broken])
      await expect(asking).rejects.toMatchObject({ code: 'Failed' })
    })
  })

  describe('under an organization', () => {
    beforeEach(() => restart(organized))

    test("an SCP binds the account's principals, the root user too", async () => {
      for (const key of ['test', 'AKIAROOTROOTROOT0001']) {
        const [decision] = await ask(await byKey(key), [read])
        expect(decision?.decidedBy).toMatchObject({ layer: 'scp', explicit: true, level: 'team' })
        expect(decision?.message).toMatch(
          new RegExp(
            `with an explicit deny in a service control policy: arn:aws:organizations::${MANAGEMENT}:policy/o-\\w+/service_control_policy/p-\\w+$`,
          ),
        )
      }
    })

    test('not the management account, and no service-linked role', async () => {
      expect(messages(await ask(await byKey('bossboss'), [read]))).toEqual(['Allow'])
      const linked = ssoOf(ACCOUNT)
      const { Role } = await operate(world, 'GetRole', { RoleName: 'AWSServiceRoleForSSO' })
      const session = { ...linked.session!, roleId: Role.RoleId }
      const [decision] = await ask(stated({ ...linked, session }), [read])
      const layer = (id: string) => decision?.layers.find((each) => each.layer === id)?.verdict
      expect(layer('scp')).toBe('notApplicable')
      expect(layer('identity')).toBe('implicitDeny')
    })

    test("an RCP binds the resource's account, whoever asks", async () => {
      const write = { action: 's3:PutObject', resource: `${bucket}/a` }
      const theirs = { ...write, resourceAccountId: OTHER }
      const open = {
        name: 'BucketPolicy',
        document: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: [bucket, `${bucket}/*`] },
          ],
        }),
      }
      const [decision] = await ask(anonymous, [{ ...theirs, resourcePolicy: open }])
      expect(decision?.decidedBy).toMatchObject({ layer: 'rcp', level: 'root' })
      expect(messages(await ask(await byKey('bossboss'), [write]))).toEqual(['Allow'])
    })

    test('conditions see where caller and resource stand', async () => {
      const { context } = (await ask(await byKey('test'), [read]))[0]!
      expect(context['aws:PrincipalOrgID']).toEqual([expect.stringMatching(/^o-[a-z0-9]{10}$/)])
      expect(context['aws:ResourceOrgID']).toEqual(context['aws:PrincipalOrgID'])
      expect(context['aws:PrincipalOrgMasterAccountId']).toEqual([MANAGEMENT])
      expect(context['aws:PrincipalOrgPaths']).toEqual([
        expect.stringMatching(/^o-\w+\/r-\w+\/ou-\w+-\w+\/$/),
      ])
    })

    test('an account outside is bound by nothing', async () => {
      await world.seed({ accounts: [{ id: '123456789012', name: 'new' }] })
      const stranger = stated({
        type: 'Root',
        accountId: '123456789012',
        arn: 'arn:aws:iam::123456789012:root',
        userId: '123456789012',
        tags: {},
      })
      expect(messages(await ask(stranger, [read]))).toEqual(['Allow'])
    })

    test('nobody passes while Organizations does not answer', async () => {
      const caller = await byKey('bossboss')
      await world.withdraw('organizations')
      await expect(ask(caller, [read])).rejects.toBeInstanceOf(HopError)
    })
  })

  describe('believes only its own word and that of STS', () => {
    const refused = async (given: unknown) => {
      await expect(ask(given as GivenCaller, [read])).rejects.toMatchObject({
        code: 'BadStatement',
      })
    }

    test('not a caller that the asker made up', async () => {
      await refused({ ...adminOf(ACCOUNT), body: adminOf(ACCOUNT) })
      await refused('e30.e30.e30')
    })

    test('not a caller of another request', async () => {
      await refused(await byKey('test', 'cd'.repeat(32)))
    })

    test('not a caller of an hour ago', async () => {
      const given = await byKey('test')
      await world.clock.advance(3_600_000)
      await refused(given)
    })

    test('not STS on a user', async () => {
      const { ring } = world.runs.get('sts')!.service.context
      const body = adminOf(ACCOUNT)
      const exp = Math.floor(world.clock.now() / 1000) + 60
      await refused(ring.sign({ sub: 'sts.federatedCaller', aud: 'iam', bound: BOUND, exp, body }))
    })
  })
})
