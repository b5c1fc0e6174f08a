/** Tags are one rule for all that has them. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { IamOperations } from '#iam/model/shapes.ts'
import { metadataOf } from '../metadataOf.ts'
import { accountTrust, allow, operate, refusal, ssoOf } from '../operate.ts'
import { ACCOUNT, startWorld, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await startWorld()
  await operate(world, 'CreateUser', { UserName: 'x' })
  await operate(world, 'CreateRole', { RoleName: 'x', AssumeRolePolicyDocument: accountTrust })
  await operate(world, 'CreatePolicy', { PolicyName: 'x', PolicyDocument: allow('s3:*') })
  await operate(world, 'CreateInstanceProfile', { InstanceProfileName: 'x' })
  await operate(world, 'CreateSAMLProvider', {
    Name: 'x',
    SAMLMetadataDocument: await metadataOf('https://idp.example.com'),
  })
})
afterEach(() => world.close())

const own = (rest: string) => `arn:aws:iam::${ACCOUNT}:${rest}`
const tag = (Key: string, Value = 'v') => ({ Key, Value })
const many = (count: number, prefix = 'k') =>
  Array.from({ length: count }, (_, i) => tag(`${prefix}${String(i).padStart(2, '0')}`))

interface Tagged {
  readonly entity: 'User' | 'Role' | 'Policy' | 'InstanceProfile' | 'SAMLProvider'
  readonly name: object
  readonly other: object
  readonly missing: string
}

const tagged: readonly Tagged[] = [
  {
    entity: 'User',
    name: { UserName: 'X' },
    other: { UserName: 'y' },
    missing: 'The user with name y cannot be found.',
  },
  {
    entity: 'Role',
    name: { RoleName: 'X' },
    other: { RoleName: 'y' },
    missing: 'The role with name y cannot be found.',
  },
  {
    entity: 'Policy',
    name: { PolicyArn: own('policy/x') },
    other: { PolicyArn: own('policy/y') },
    missing: `Policy ${own('policy/y')} was not found.`,
  },
  {
    entity: 'InstanceProfile',
    name: { InstanceProfileName: 'X' },
    other: { InstanceProfileName: 'y' },
    missing: 'Instance Profile y cannot be found.',
  },
  {
    entity: 'SAMLProvider',
    name: { SAMLProviderArn: own('saml-provider/x') },
    other: { SAMLProviderArn: own('saml-provider/y') },
    missing: `Manifest not found for arn ${own('saml-provider/y')}`,
  },
]

describe.each(tagged)('tags of $entity', ({ entity, name, other, missing }) => {
  const run = (operation: string, input: object) =>
    operate(world, operation as keyof IamOperations, input as never) as Promise<unknown>
  const add = (...Tags: object[]) => run(`Tag${entity}`, { ...name, Tags })
  const remove = (...TagKeys: string[]) => run(`Untag${entity}`, { ...name, TagKeys })
  const list = (more = {}) =>
    run(`List${entity}Tags`, { ...name, ...more }) as Promise<{
      Tags: object[]
      IsTruncated: boolean
      Marker?: string
    }>

  test('are added, replaced, taken off and listed by their keys', async () => {
    await add(tag('b', '1'), tag('a', ''))
    await add(tag('b', '2'), tag('ü ñ', 'x:/=+-@'))
    expect(await list()).toEqual({
      Tags: [tag('a', ''), tag('b', '2'), tag('ü ñ', 'x:/=+-@')],
      IsTruncated: false,
    })
    await remove('b', 'never there')
    expect((await list()).Tags).toEqual([tag('a', ''), tag('ü ñ', 'x:/=+-@')])
  })

  test('have keys that are the same in any case', async () => {
    await add(tag('Team', 'blue'))
    await add(tag('TEAM', 'red'))
    expect((await list()).Tags).toEqual([tag('TEAM', 'red')])
    expect(await refusal(add(tag('k'), tag('K')))).toBe(
      'InvalidInput: Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    )
    await remove('team')
    expect((await list()).Tags).toEqual([])
  })

  test('are fifty at most, those that stand counted', async () => {
    await add(...many(50))
    await add(...many(50))
    expect(await refusal(add(tag('one more')))).toBe(
      `LimitExceeded: Cannot exceed quota for TagsPer${entity}: 50`,
    )
    expect(await refusal(add(...many(51)))).toMatch(
      /^ValidationError: .*'tags'.* length less than or equal to 50$/,
    )
  })

  test('come in pages, also where keys are not ASCII', async () => {
    await add(tag('á'), tag('é'), tag('í'))
    const first = await list({ MaxItems: 2 })
    expect(first).toMatchObject({ Tags: [tag('á'), tag('é')], IsTruncated: true })
    const second = await list({ MaxItems: 2, Marker: first.Marker })
    expect(second).toEqual({ Tags: [tag('í')], IsTruncated: false })
  })

  test.each([
    [[tag('aws:x')], /^InvalidInput: The tag key aws:x/],
    [[tag('')], /^ValidationError: .*key.* length greater than or equal to 1/],
    [[tag('k'.repeat(129))], /^ValidationError: .*key.* length less than or equal to 128/],
    [[tag('k', 'v'.repeat(257))], /^ValidationError: .*value.* length less than or equal to 256/],
    [[tag('k', '<')], /^ValidationError: .*value.* regular expression pattern/],
  ])('are refused as %j', async (tags, words) => {
    expect(await refusal(add(...tags))).toMatch(words)
  })

  test('are nobody’s where it is not there', async () => {
    const expected = `NoSuchEntity: ${missing}`
    const asked = [
      run(`Tag${entity}`, { ...other, Tags: [tag('k')] }),
      run(`Untag${entity}`, { ...other, TagKeys: ['k'] }),
      run(`List${entity}Tags`, other),
    ]
    for (const each of asked) expect(await refusal(each)).toBe(expected)
  })
})

describe('tags of what belongs to AWS', () => {
  test('are not to be had by its policies', async () => {
    const PolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
    const words = `AccessDenied: User: arn:aws:iam::${ACCOUNT}:user/admin is not authorized to perform: iam:TagPolicy on resource: policy ${PolicyArn}`
    expect(await refusal(operate(world, 'TagPolicy', { PolicyArn, Tags: [tag('k')] }))).toBe(words)
    const { Tags } = await operate(world, 'ListPolicyTags', { PolicyArn })
    expect(Tags).toEqual([])
  })

  test('are the service’s own business on roles that it made', async () => {
    const RoleName = 'AWSServiceRoleForSSO'
    const words = `UnmodifiableEntity: Cannot perform the operation on the protected role '${RoleName}' - this role is only modifiable by AWS`
    const Tags = [tag('k')]
    expect(await refusal(operate(world, 'TagRole', { RoleName, Tags }))).toBe(words)
    expect(await refusal(operate(world, 'UntagRole', { RoleName, TagKeys: ['k'] }))).toBe(words)
    expect((await operate(world, 'ListRoleTags', { RoleName })).Tags).toEqual([])
    const made = { RoleName: 'made', Path: '/aws-reserved/sso.amazonaws.com/' }
    const sso = ssoOf(ACCOUNT)
    await operate(world, 'CreateRole', { ...made, AssumeRolePolicyDocument: accountTrust }, sso)
    await operate(world, 'TagRole', { RoleName: 'made', Tags }, sso)
    expect((await operate(world, 'ListRoleTags', { RoleName: 'made' })).Tags).toEqual(Tags)
  })
})
