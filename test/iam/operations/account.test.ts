import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  customerPolicies,
  groups,
  instanceProfiles,
  roles,
  samlProviders,
  scopeOf,
  users,
} from '#iam/state.ts'
import type { Collection } from '#kernel/store/store.ts'
import { metadataOf } from '../metadataOf.ts'
import { accountTrust, adminOf, allow, decoded, operate, refusal } from '../operate.ts'
import { ACCOUNT, OTHER, startWorld, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

const own = (rest: string) => `arn:aws:iam::${ACCOUNT}:${rest}`
const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess'

describe('the account alias', () => {
  const create = (AccountAlias: string, caller = adminOf(ACCOUNT)) =>
    operate(world, 'CreateAccountAlias', { AccountAlias }, caller)
  const remove = (AccountAlias: string, caller = adminOf(ACCOUNT)) =>
    operate(world, 'DeleteAccountAlias', { AccountAlias }, caller)
  const list = async () => (await operate(world, 'ListAccountAliases', {})).AccountAliases

  test('is one, and the next one takes its place', async () => {
    expect(await list()).toEqual([])
    await create('acme')
    expect(await list()).toEqual(['acme'])
    await create('acme-corp')
    expect(await list()).toEqual(['acme-corp'])
    await remove('acme-corp')
    expect(await list()).toEqual([])
  })

  test('belongs to one account in the world', async () => {
    await create('acme')
    expect(await refusal(create('acme', adminOf(OTHER)))).toBe(
      'EntityAlreadyExists: The account alias acme already exists.',
    )
    expect(await refusal(remove('acme', adminOf(OTHER)))).toBe(
      'NoSuchEntity: The account alias acme cannot be found.',
    )
    await create('other')
    await create('acme', adminOf(OTHER))
  })

  test.each(['ab', 'Acme', '-acme', 'acme-', 'ac--me', 'a'.repeat(64), 'ac_me'])(
    'is refused as %j',
    async (alias) => {
      expect(await refusal(create(alias))).toMatch(/^ValidationError: .*'accountAlias'/)
    },
  )
})

describe('GetAccountSummary', () => {
  const summary = async () => (await operate(world, 'GetAccountSummary', {})).SummaryMap!

  test('counts what is there', async () => {
    expect(await summary()).toMatchObject({
      Users: 1,
      Groups: 0,
      Roles: 1,
      Policies: 0,
      AccountAccessKeysPresent: 1,
    })
    await operate(world, 'CreateUser', { UserName: 'ana' })
    await operate(world, 'CreateGroup', { GroupName: 'g' })
    await operate(world, 'CreateRole', { RoleName: 'r', AssumeRolePolicyDocument: accountTrust })
    await operate(world, 'CreateInstanceProfile', { InstanceProfileName: 'i' })
    await operate(world, 'CreateSAMLProvider', {
      Name: 's',
      SAMLMetadataDocument: await metadataOf('https://idp.example.com'),
    })
    const text = { PolicyDocument: allow('s3:*') }
    await operate(world, 'CreatePolicy', { PolicyName: 'p', ...text })
    await operate(world, 'CreatePolicyVersion', { PolicyArn: own('policy/p'), ...text })
    expect(await summary()).toMatchObject({
      Users: 2,
      Groups: 1,
      Roles: 2,
      InstanceProfiles: 1,
      Providers: 1,
      Policies: 1,
      PolicyVersionsInUse: 2,
      MFADevices: 0,
    })
  })

  test('names the quotas that are enforced', async () => {
    expect(await summary()).toMatchObject({
      UsersQuota: 5000,
      GroupsPerUserQuota: 10,
      AttachedPoliciesPerGroupQuota: 10,
      VersionsPerPolicyQuota: 5,
      GroupPolicySizeQuota: 5120,
      AssumeRolePolicySizeQuota: 2048,
    })
  })
})

describe('quotas of an account', () => {
  const rows: readonly [string, number, Collection<never>, () => Promise<unknown>][] = [
    [
      'UsersPerAccount',
      5000,
      users as never,
      () => operate(world, 'CreateUser', { UserName: 'n' }),
    ],
    [
      'GroupsPerAccount',
      300,
      groups as never,
      () => operate(world, 'CreateGroup', { GroupName: 'n' }),
    ],
    [
      'RolesPerAccount',
      1000,
      roles as never,
      () => operate(world, 'CreateRole', { RoleName: 'n', AssumeRolePolicyDocument: accountTrust }),
    ],
    [
      'InstanceProfilesPerAccount',
      1000,
      instanceProfiles as never,
      () => operate(world, 'CreateInstanceProfile', { InstanceProfileName: 'n' }),
    ],
    [
      'PoliciesPerAccount',
      1500,
      customerPolicies as never,
      () => operate(world, 'CreatePolicy', { PolicyName: 'n', PolicyDocument: allow('s3:*') }),
    ],
    [
      'SAMLProvidersPerAccount',
      100,
      samlProviders as never,
      async () =>
        operate(world, 'CreateSAMLProvider', {
          Name: 'n',
          SAMLMetadataDocument: await metadataOf('https://idp.example.com'),
        }),
    ],
  ]

  test.each(rows)('%s is %i', async (quota, limit, collection, create) => {
    const standing = (await world.store.list(collection, scopeOf(ACCOUNT))).length
    const put = (count: number) =>
      world.store.write([ACCOUNT], async (tx) => {
        for (let i = standing; i < count; i++)
          await tx.put(collection, scopeOf(ACCOUNT), `x${i}`, {} as never)
      })
    await put(limit)
    expect(await refusal(create())).toBe(
      `LimitExceeded: Cannot exceed quota for ${quota}: ${limit}`,
    )
    await world.store.write([ACCOUNT], async (tx) => {
      await tx.delete(collection, scopeOf(ACCOUNT), `x${limit - 1}`)
    })
    await create()
  })
})

describe('GetAccountAuthorizationDetails', () => {
  beforeEach(async () => {
    const Tags = [{ Key: 'k', Value: 'v' }]
    const inline = { PolicyName: 'in', PolicyDocument: allow('iam:*') }
    await operate(world, 'CreatePolicy', { PolicyName: 'p', PolicyDocument: allow('s3:*') })
    await operate(world, 'CreateGroup', { GroupName: 'g' })
    await operate(world, 'PutGroupPolicy', { GroupName: 'g', ...inline })
    await operate(world, 'AttachGroupPolicy', { GroupName: 'g', PolicyArn: readOnly })
    await operate(world, 'CreateUser', { UserName: 'ana', Tags, PermissionsBoundary: readOnly })
    await operate(world, 'PutUserPolicy', { UserName: 'ana', ...inline })
    await operate(world, 'AttachUserPolicy', { UserName: 'ana', PolicyArn: own('policy/p') })
    await operate(world, 'AddUserToGroup', { UserName: 'ana', GroupName: 'g' })
    await operate(world, 'CreateRole', {
      RoleName: 'r',
      AssumeRolePolicyDocument: accountTrust,
      Tags,
    })
    await operate(world, 'PutRolePolicy', { RoleName: 'r', ...inline })
    await operate(world, 'CreateInstanceProfile', { InstanceProfileName: 'i' })
    await operate(world, 'AddRoleToInstanceProfile', { InstanceProfileName: 'i', RoleName: 'r' })
  })

  const details = (input: object = {}) => operate(world, 'GetAccountAuthorizationDetails', input)

  test('tells all that decides of users, groups, roles and policies', async () => {
    const { UserDetailList, GroupDetailList, RoleDetailList, Policies } = await details()
    const inline = { PolicyName: 'in', PolicyDocument: expect.stringMatching(/^%7B/) }
    expect(UserDetailList?.find(({ UserName }) => UserName === 'ana')).toMatchObject({
      Arn: own('user/ana'),
      UserId: expect.stringMatching(/^AIDA/),
      UserPolicyList: [inline],
      GroupList: ['g'],
      AttachedManagedPolicies: [{ PolicyName: 'p', PolicyArn: own('policy/p') }],
      PermissionsBoundary: { PermissionsBoundaryArn: readOnly },
      Tags: [{ Key: 'k', Value: 'v' }],
    })
    expect(GroupDetailList).toMatchObject([
      {
        GroupName: 'g',
        GroupPolicyList: [inline],
        AttachedManagedPolicies: [{ PolicyName: 'ReadOnlyAccess', PolicyArn: readOnly }],
      },
    ])
    const role = RoleDetailList?.find(({ RoleName }) => RoleName === 'r')
    expect(role).toMatchObject({
      InstanceProfileList: [{ InstanceProfileName: 'i', Roles: [{ RoleName: 'r' }] }],
      RolePolicyList: [inline],
      AttachedManagedPolicies: [],
      RoleLastUsed: {},
      Tags: [{ Key: 'k', Value: 'v' }],
    })
    expect(decoded(role?.AssumeRolePolicyDocument)).toEqual(JSON.parse(accountTrust))
    expect(Policies?.map(({ PolicyName }) => PolicyName)).toEqual([
      'p',
      'AdministratorAccess',
      'AWSSSOServiceRolePolicy',
      'ReadOnlyAccess',
    ])
    expect(Policies?.[0]).toMatchObject({
      AttachmentCount: 1,
      DefaultVersionId: 'v1',
      PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true }],
    })
    expect(Policies?.[3]).toMatchObject({ AttachmentCount: 1, PermissionsBoundaryUsageCount: 1 })
  })

  const kinds = async (input: object) => {
    const page = await details(input)
    return {
      counts: [
        page.UserDetailList?.length,
        page.GroupDetailList?.length,
        page.RoleDetailList?.length,
        page.Policies?.length,
      ],
      ...page,
    }
  }

  test.each([
    [['User'], [2, 0, 0, 0]],
    [
      ['Group', 'Role'],
      [0, 1, 2, 0],
    ],
    [['LocalManagedPolicy'], [0, 0, 0, 1]],
    [['AWSManagedPolicy'], [0, 0, 0, 3]],
  ])('of %j alone counts %j', async (Filter, counts) => {
    expect((await kinds({ Filter })).counts).toEqual(counts)
  })

  test('goes in pages over all of them', async () => {
    const first = await kinds({ MaxItems: 4 })
    expect(first).toMatchObject({ counts: [2, 1, 1, 0], IsTruncated: true })
    const second = await kinds({ MaxItems: 4, Marker: first.Marker })
    expect(second).toMatchObject({ counts: [0, 0, 1, 3], IsTruncated: true })
    const third = await kinds({ MaxItems: 4, Marker: second.Marker })
    expect(third).toMatchObject({ counts: [0, 0, 0, 1], IsTruncated: false })
  })

  test('refuses kinds that there are not', async () => {
    expect(await refusal(details({ Filter: ['Key'] }))).toMatch(/^ValidationError: .*'filter/)
  })
})
