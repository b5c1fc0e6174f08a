import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountTrust, adminOf, allow, decoded, operate, refusal } from '../operate.ts'
import { ACCOUNT, NOON, OTHER, startWorld, type World } from '../world.ts'

let world: World
const PolicyArn = `arn:aws:iam::${ACCOUNT}:policy/Reader`
const awsOwn = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
beforeEach(async () => {
  world = await startWorld()
  await operate(world, 'CreatePolicy', { PolicyName: 'Reader', PolicyDocument: allow('s3:Get*') })
})
afterEach(() => world.close())

const add = (PolicyDocument: string, more = {}) =>
  operate(world, 'CreatePolicyVersion', { PolicyArn, PolicyDocument, ...more })
const remove = (VersionId: string) =>
  operate(world, 'DeletePolicyVersion', { PolicyArn, VersionId })
const choose = (VersionId: string) =>
  operate(world, 'SetDefaultPolicyVersion', { PolicyArn, VersionId })
const policy = async () => (await operate(world, 'GetPolicy', { PolicyArn })).Policy
const versions = async () => {
  const { Versions = [] } = await operate(world, 'ListPolicyVersions', { PolicyArn })
  return Versions.map(
    ({ VersionId, IsDefaultVersion }) => `${VersionId}${IsDefaultVersion ? '*' : ''}`,
  )
}

describe('CreatePolicyVersion', () => {
  test('keeps the version in force unless told otherwise', async () => {
    await world.clock.advance(60_000)
    const later = new Date(NOON + 60_000)
    expect(await add(allow('s3:*'))).toEqual({
      PolicyVersion: { VersionId: 'v2', IsDefaultVersion: false, CreateDate: later },
    })
    expect(await add(allow('ec2:*'), { SetAsDefault: true })).toMatchObject({
      PolicyVersion: { VersionId: 'v3', IsDefaultVersion: true },
    })
    expect(await versions()).toEqual(['v1', 'v2', 'v3*'])
    expect(await policy()).toMatchObject({
      DefaultVersionId: 'v3',
      UpdateDate: later,
      CreateDate: new Date(NOON),
    })
    const { PolicyVersion } = await operate(world, 'GetPolicyVersion', {
      PolicyArn,
      VersionId: 'v2',
    })
    expect(decoded(PolicyVersion?.Document)).toEqual(JSON.parse(allow('s3:*')))
  })

  test('refuses a sixth, and never gives a number twice', async () => {
    for (let i = 0; i < 4; i++) await add(allow(`s3:${i}`))
    expect(await refusal(add(allow('s3:*')))).toBe(
      'LimitExceeded: A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.',
    )
    await remove('v5')
    await add(allow('s3:*'))
    expect(await versions()).toEqual(['v1*', 'v2', 'v3', 'v4', 'v6'])
  })

  test.each([
    ['{', /^MalformedPolicyDocument: Syntax errors in policy\.$/],
    [accountTrust, /^MalformedPolicyDocument: Policy document should not specify a principal\.$/],
    [
      allow('s3:*', `arn:aws:s3:::${'x'.repeat(6144)}`),
      /^LimitExceeded: Cannot exceed quota for PolicySize: 6144$/,
    ],
  ])('refuses a text that is no policy, or too long', async (document, words) => {
    expect(await refusal(add(document))).toMatch(words)
    expect(await versions()).toEqual(['v1*'])
  })
})

describe('SetDefaultPolicyVersion', () => {
  test('puts another version in force', async () => {
    await add(allow('s3:*'))
    await choose('v2')
    expect(await versions()).toEqual(['v1', 'v2*'])
    expect(await policy()).toMatchObject({ DefaultVersionId: 'v2' })
  })

  test('refuses one that is not there', async () => {
    expect(await refusal(choose('v2'))).toBe(
      `NoSuchEntity: Policy ${PolicyArn} version v2 does not exist or is not attachable.`,
    )
    expect(await refusal(choose('2'))).toMatch(/^ValidationError: .*'versionId'/)
  })
})

describe('DeletePolicyVersion', () => {
  test('takes any but the one in force', async () => {
    await add(allow('s3:*'), { SetAsDefault: true })
    expect(await refusal(remove('v2'))).toBe(
      'DeleteConflict: Cannot delete the default version of a policy.',
    )
    await remove('v1')
    expect(await versions()).toEqual(['v2*'])
    expect(await refusal(remove('v1'))).toMatch(/^NoSuchEntity: .* version v1 does not exist/)
  })
})

describe('DeletePolicy', () => {
  test('waits for the other versions to go first', async () => {
    await add(allow('s3:*'))
    expect(await refusal(operate(world, 'DeletePolicy', { PolicyArn }))).toBe(
      "DeleteConflict: This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
    )
    await remove('v2')
    await operate(world, 'DeletePolicy', { PolicyArn })
    expect(await refusal(policy())).toMatch(/^NoSuchEntity/)
  })
})

test.each([
  ['CreatePolicyVersion', { PolicyDocument: allow('s3:*') }],
  ['SetDefaultPolicyVersion', { VersionId: 'v1' }],
  ['DeletePolicyVersion', { VersionId: 'v1' }],
] as const)(
  '%s is nobody’s business on the policies of AWS, nor on those of others',
  async (name, input) => {
    const own = operate(world, name, { PolicyArn: awsOwn, ...input } as never)
    expect(await refusal(own)).toBe(
      `AccessDenied: User: arn:aws:iam::${ACCOUNT}:user/admin is not authorized to perform: iam:${name} on resource: policy ${awsOwn}`,
    )
    const others = operate(world, name, { PolicyArn, ...input } as never, adminOf(OTHER))
    expect(await refusal(others)).toMatch(/^NoSuchEntity/)
  },
)

describe('ListEntitiesForPolicy', () => {
  beforeEach(async () => {
    for (const [UserName, Path] of [
      ['ana', '/x/'],
      ['Bob', '/'],
    ] as const) {
      await operate(world, 'CreateUser', { UserName, Path })
      await operate(world, 'AttachUserPolicy', { UserName, PolicyArn })
    }
    await operate(world, 'CreateUser', { UserName: 'capped', PermissionsBoundary: PolicyArn })
    await operate(world, 'CreateGroup', { GroupName: 'g' })
    await operate(world, 'AttachGroupPolicy', { GroupName: 'g', PolicyArn })
    const role = { RoleName: 'r', Path: '/x/', AssumeRolePolicyDocument: accountTrust }
    await operate(world, 'CreateRole', { ...role, PermissionsBoundary: PolicyArn })
    await operate(world, 'AttachRolePolicy', { RoleName: 'r', PolicyArn })
  })

  const entities = async (input: object = {}) => {
    const page = await operate(world, 'ListEntitiesForPolicy', { PolicyArn, ...input })
    const { PolicyUsers = [], PolicyGroups = [], PolicyRoles = [] } = page
    return [
      ...PolicyGroups.map(({ GroupName }) => `g:${GroupName}`),
      ...PolicyRoles.map(({ RoleName }) => `r:${RoleName}`),
      ...PolicyUsers.map(({ UserName }) => `u:${UserName}`),
    ]
  }

  test.each([
    [{}, ['g:g', 'r:r', 'u:ana', 'u:Bob', 'u:capped']],
    [{ EntityFilter: 'User' }, ['u:ana', 'u:Bob', 'u:capped']],
    [{ EntityFilter: 'Group' }, ['g:g']],
    [{ EntityFilter: 'AWSManagedPolicy' }, []],
    [{ PathPrefix: '/x/' }, ['r:r', 'u:ana']],
    [{ PolicyUsageFilter: 'PermissionsPolicy' }, ['g:g', 'r:r', 'u:ana', 'u:Bob']],
    [{ PolicyUsageFilter: 'PermissionsBoundary' }, ['r:r', 'u:capped']],
    [{ PolicyUsageFilter: 'PermissionsBoundary', EntityFilter: 'Role' }, ['r:r']],
  ])('with %j is %j', async (input, expected) => {
    expect(await entities(input)).toEqual(expected)
  })

  test('names ids, and goes in pages over all kinds', async () => {
    const seen: string[] = []
    let Marker: string | undefined
    do {
      const page = await operate(world, 'ListEntitiesForPolicy', { PolicyArn, MaxItems: 2, Marker })
      const { PolicyUsers = [], PolicyGroups = [], PolicyRoles = [] } = page
      for (const { GroupId } of PolicyGroups) seen.push(GroupId!.slice(0, 4))
      for (const { RoleId } of PolicyRoles) seen.push(RoleId!.slice(0, 4))
      for (const { UserId } of PolicyUsers) seen.push(UserId!.slice(0, 4))
      Marker = page.Marker
    } while (Marker !== undefined)
    expect(seen).toEqual(['AGPA', 'AROA', 'AIDA', 'AIDA', 'AIDA'])
  })

  test('counts the policy as it is used', async () => {
    expect(await policy()).toMatchObject({ AttachmentCount: 4, PermissionsBoundaryUsageCount: 2 })
  })

  test('refuses a policy that is not there', async () => {
    const none = `arn:aws:iam::${ACCOUNT}:policy/none`
    expect(await refusal(operate(world, 'ListEntitiesForPolicy', { PolicyArn: none }))).toBe(
      `NoSuchEntity: Policy ${none} was not found.`,
    )
  })
})
