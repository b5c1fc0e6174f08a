import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { managedPolicies } from '#iam/policy/managed/index.ts'
import { accountTrust, adminOf, allow, decoded, operate, refusal } from '../operate.ts'
import { ACCOUNT, NOON, OTHER, startWorld, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

const create = (PolicyName: string, more = {}) =>
  operate(world, 'CreatePolicy', { PolicyName, PolicyDocument: allow('s3:*'), ...more })
const own = (name: string) => `arn:aws:iam::${ACCOUNT}:policy/${name}`
const administrator = 'arn:aws:iam::aws:policy/AdministratorAccess'

describe('CreatePolicy', () => {
  test('answers a policy in its first version', async () => {
    const { Policy } = await create('Reader', { Path: '/t/', Description: 'd' })
    expect(Policy).toEqual({
      PolicyName: 'Reader',
      PolicyId: expect.stringMatching(/^ANPA[A-Z2-7]{17}$/),
      Arn: own('t/Reader'),
      Path: '/t/',
      DefaultVersionId: 'v1',
      AttachmentCount: 0,
      PermissionsBoundaryUsageCount: 0,
      IsAttachable: true,
      Description: 'd',
      CreateDate: new Date(NOON),
      UpdateDate: new Date(NOON),
      Tags: [],
    })
  })

  test('refuses a name that is taken, under any path', async () => {
    await create('Reader')
    expect(await refusal(create('reader', { Path: '/t/' }))).toBe(
      'EntityAlreadyExists: A policy called reader already exists. Duplicate names are not allowed.',
    )
  })

  test('takes a name that one of AWS bears', async () => {
    expect((await create('AdministratorAccess')).Policy?.Arn).toBe(own('AdministratorAccess'))
  })

  test('refuses more than 6144 characters, white space not counted', async () => {
    const sized = (length: number) =>
      allow('s3:*', `arn:aws:s3:::${'x'.repeat(length - allow('s3:*', '').length - 13)}`)
    await create('fits', { PolicyDocument: `  ${sized(6144)}\n` })
    expect(await refusal(create('long', { PolicyDocument: sized(6145) }))).toBe(
      'LimitExceeded: Cannot exceed quota for PolicySize: 6144',
    )
  })

  test('refuses what is no policy', async () => {
    expect(await refusal(create('p', { PolicyDocument: accountTrust }))).toMatch(
      /^MalformedPolicyDocument: Policy document should not specify a principal\./,
    )
  })
})

describe('GetPolicy and its versions', () => {
  test("show AWS's own as any account's", async () => {
    const { Policy } = await operate(world, 'GetPolicy', { PolicyArn: administrator })
    expect(Policy).toMatchObject({
      PolicyName: 'AdministratorAccess',
      Arn: administrator,
      DefaultVersionId: 'v1',
      AttachmentCount: 1,
    })
    const asked = { PolicyArn: administrator, VersionId: 'v1' }
    const { PolicyVersion } = await operate(world, 'GetPolicyVersion', asked)
    expect(PolicyVersion).toMatchObject({ VersionId: 'v1', IsDefaultVersion: true })
    expect(decoded(PolicyVersion?.Document)).toMatchObject({
      Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
    })
  })

  test('list versions without their texts', async () => {
    await create('Reader')
    const { Versions } = await operate(world, 'ListPolicyVersions', { PolicyArn: own('Reader') })
    expect(Versions).toEqual([
      { VersionId: 'v1', IsDefaultVersion: true, CreateDate: new Date(NOON) },
    ])
  })

  test('refuse what is not there', async () => {
    await create('Reader')
    const lost = own('none')
    const version = { PolicyArn: own('Reader'), VersionId: 'v2' }
    expect(await refusal(operate(world, 'GetPolicy', { PolicyArn: lost }))).toBe(
      `NoSuchEntity: Policy ${lost} was not found.`,
    )
    expect(await refusal(operate(world, 'GetPolicyVersion', version))).toBe(
      `NoSuchEntity: Policy ${own('Reader')} version v2 does not exist or is not attachable.`,
    )
    expect(await refusal(operate(world, 'GetPolicy', { PolicyArn: 'a'.repeat(20) }))).toMatch(
      /^InvalidInput: ARN a+ is not valid\./,
    )
  })

  test("do not show another account's", async () => {
    await create('Reader')
    const asked = operate(world, 'GetPolicy', { PolicyArn: own('Reader') }, adminOf(OTHER))
    expect(await refusal(asked)).toMatch(/^NoSuchEntity/)
  })
})

describe('ListPolicies', () => {
  const names = async (input: object = {}) => {
    const { Policies } = await operate(world, 'ListPolicies', input)
    return (Policies ?? []).map(({ PolicyName }) => PolicyName)
  }

  beforeEach(async () => {
    await create('B', { Path: '/t/' })
    await create('a')
  })

  test("shows the account's own, then AWS's", async () => {
    expect((await names()).slice(0, 3)).toEqual(['a', 'B', 'AdministratorAccess'])
    expect(await names({ Scope: 'Local' })).toEqual(['a', 'B'])
    expect(await names({ Scope: 'AWS' })).toHaveLength(managedPolicies.size)
    expect(await names({ PathPrefix: '/t/' })).toEqual(['B'])
  })

  test('shows those in use, by the kind of use', async () => {
    await operate(world, 'PutUserPermissionsBoundary', {
      UserName: 'admin',
      PermissionsBoundary: own('a'),
    })
    const attached = ['AdministratorAccess', 'AWSSSOServiceRolePolicy']
    expect(await names({ OnlyAttached: true })).toEqual(attached)
    expect(await names({ PolicyUsageFilter: 'PermissionsPolicy' })).toEqual(attached)
    expect(await names({ PolicyUsageFilter: 'PermissionsBoundary' })).toEqual(['a'])
  })

  test('comes in pages without a gap', async () => {
    const all = await names()
    const seen: (string | undefined)[] = []
    let Marker: string | undefined
    do {
      const page = await operate(world, 'ListPolicies', { MaxItems: 5, Marker })
      seen.push(...(page.Policies ?? []).map(({ PolicyName }) => PolicyName))
      Marker = page.Marker
    } while (Marker !== undefined)
    expect(seen).toEqual(all)
  })
})

describe('DeletePolicy', () => {
  test('refuses a policy that somebody has', async () => {
    const PolicyArn = own('Reader')
    await create('Reader')
    await operate(world, 'AttachUserPolicy', { UserName: 'admin', PolicyArn })
    expect(await refusal(operate(world, 'DeletePolicy', { PolicyArn }))).toBe(
      'DeleteConflict: Cannot delete a policy attached to entities.',
    )
    await operate(world, 'DetachUserPolicy', { UserName: 'admin', PolicyArn })
    await operate(world, 'DeletePolicy', { PolicyArn })
    expect(await refusal(operate(world, 'DeletePolicy', { PolicyArn }))).toMatch(/^NoSuchEntity/)
  })

  test("refuses AWS's own to everybody", async () => {
    expect(await refusal(operate(world, 'DeletePolicy', { PolicyArn: administrator }))).toBe(
      `AccessDenied: User: arn:aws:iam::${ACCOUNT}:user/admin is not authorized to perform: iam:DeletePolicy on resource: policy ${administrator}`,
    )
  })
})
