import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountTrust, adminOf, decoded, operate, refusal } from '../operate.ts'
import { ACCOUNT, NOON, OTHER, startWorld, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

const create = (InstanceProfileName: string, more = {}) =>
  operate(world, 'CreateInstanceProfile', { InstanceProfileName, ...more })
const role = (RoleName: string) =>
  operate(world, 'CreateRole', { RoleName, AssumeRolePolicyDocument: accountTrust })
const fill = (InstanceProfileName: string, RoleName: string) =>
  operate(world, 'AddRoleToInstanceProfile', { InstanceProfileName, RoleName })
const empty = (InstanceProfileName: string, RoleName: string) =>
  operate(world, 'RemoveRoleFromInstanceProfile', { InstanceProfileName, RoleName })
const get = async (InstanceProfileName: string) =>
  (await operate(world, 'GetInstanceProfile', { InstanceProfileName })).InstanceProfile

describe('CreateInstanceProfile', () => {
  test('answers an empty profile with a unique id', async () => {
    const Tags = [{ Key: 'k', Value: 'v' }]
    const { InstanceProfile } = await create('Web', { Path: '/w/', Tags })
    expect(InstanceProfile).toEqual({
      Path: '/w/',
      InstanceProfileName: 'Web',
      InstanceProfileId: expect.stringMatching(/^AIPA[A-Z2-7]{17}$/),
      Arn: `arn:aws:iam::${ACCOUNT}:instance-profile/w/Web`,
      CreateDate: new Date(NOON),
      Roles: [],
      Tags,
    })
  })

  test.each([
    [{ InstanceProfileName: 'a b' }, /^ValidationError: .*'instanceProfileName'/],
    [
      { InstanceProfileName: 'WEB' },
      /^EntityAlreadyExists: Instance Profile WEB already exists\.$/,
    ],
    [
      {
        InstanceProfileName: 'x',
        Tags: [
          { Key: 'k', Value: '' },
          { Key: 'K', Value: '' },
        ],
      },
      /^InvalidInput: Duplicate tag keys found/,
    ],
  ])('refuses %j', async (input, words) => {
    await create('Web')
    expect(await refusal(operate(world, 'CreateInstanceProfile', input))).toMatch(words)
  })
})

describe('an instance profile', () => {
  beforeEach(async () => {
    await create('Web', { Path: '/w/', Tags: [{ Key: 'k', Value: 'v' }] })
    await role('Server')
  })

  test('shows its role, and is found by it', async () => {
    await fill('web', 'server')
    const profile = await get('WEB')
    expect(profile.Roles).toMatchObject([
      { RoleName: 'Server', RoleId: expect.stringMatching(/^AROA/), Path: '/' },
    ])
    expect(decoded(profile.Roles[0]?.AssumeRolePolicyDocument)).toEqual(JSON.parse(accountTrust))
    const found = await operate(world, 'ListInstanceProfilesForRole', { RoleName: 'Server' })
    const { Tags, ...listed } = profile
    expect(Tags).toHaveLength(1)
    expect(found).toEqual({ InstanceProfiles: [listed], IsTruncated: false })
  })

  test('holds one role', async () => {
    await role('Other')
    await fill('Web', 'Server')
    for (const name of ['Other', 'Server'])
      expect(await refusal(fill('Web', name))).toBe(
        'LimitExceeded: Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1',
      )
    await empty('web', 'SERVER')
    await fill('Web', 'Other')
    expect((await get('Web')).Roles).toMatchObject([{ RoleName: 'Other' }])
  })

  test('keeps its role, and its role keeps it, from being deleted', async () => {
    await fill('Web', 'Server')
    const words =
      'DeleteConflict: Cannot delete entity, must remove roles from instance profile first.'
    const deleteRole = () => operate(world, 'DeleteRole', { RoleName: 'Server' })
    const deleteProfile = () =>
      operate(world, 'DeleteInstanceProfile', { InstanceProfileName: 'Web' })
    expect(await refusal(deleteRole())).toBe(words)
    expect(await refusal(deleteProfile())).toBe(words)
    await empty('Web', 'Server')
    await deleteRole()
    await deleteProfile()
    expect(await refusal(deleteProfile())).toBe(
      'NoSuchEntity: Instance Profile Web cannot be found.',
    )
  })

  test('refuses roles that are not there, not in it, or AWS’s own', async () => {
    expect(await refusal(fill('Web', 'none'))).toBe(
      'NoSuchEntity: The role with name none cannot be found.',
    )
    expect(await refusal(empty('Web', 'Server'))).toBe(
      'NoSuchEntity: The role with name Server is not in the instance profile Web.',
    )
    expect(await refusal(fill('Web', 'AWSServiceRoleForSSO'))).toMatch(/^UnmodifiableEntity/)
    expect(await refusal(fill('none', 'Server'))).toBe(
      'NoSuchEntity: Instance Profile none cannot be found.',
    )
  })

  test('is one account’s alone', async () => {
    const asked = { InstanceProfileName: 'Web' }
    const stranger = operate(world, 'GetInstanceProfile', asked, adminOf(OTHER))
    expect(await refusal(stranger)).toMatch(/^NoSuchEntity/)
  })
})

describe('lists of instance profiles', () => {
  beforeEach(async () => {
    await role('Server')
    for (const [name, Path] of [
      ['c', '/x/'],
      ['A', '/'],
      ['b', '/x/y/'],
    ] as const)
      await create(name, { Path })
  })

  const walk = async (input: object) => {
    const page = await operate(world, 'ListInstanceProfiles', input)
    const names = page.InstanceProfiles.map(({ InstanceProfileName }) => InstanceProfileName)
    return { names, Marker: page.Marker, IsTruncated: page.IsTruncated }
  }

  test('go by name, by path, and in pages', async () => {
    expect((await walk({})).names).toEqual(['A', 'b', 'c'])
    expect((await walk({ PathPrefix: '/x/' })).names).toEqual(['b', 'c'])
    const first = await walk({ MaxItems: 2 })
    expect(first).toMatchObject({ names: ['A', 'b'], IsTruncated: true })
    const { Marker } = first
    expect(await walk({ MaxItems: 2, Marker })).toMatchObject({ names: ['c'], IsTruncated: false })
  })

  test('of a role go in pages', async () => {
    for (const name of ['A', 'b', 'c']) await fill(name, 'Server')
    const asked = { RoleName: 'Server', MaxItems: 2 }
    const first = await operate(world, 'ListInstanceProfilesForRole', asked)
    expect(first.InstanceProfiles).toHaveLength(2)
    const { Marker } = first
    const next = await operate(world, 'ListInstanceProfilesForRole', { ...asked, Marker })
    expect(next).toMatchObject({ InstanceProfiles: [{ InstanceProfileName: 'c' }] })
  })
})
