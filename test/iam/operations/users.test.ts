import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { admin, adminOf, allow, operate, refusal, root, sessionOf } from '../operate.ts'
import { ACCOUNT, NOON, OTHER, startWorld, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

const create = (UserName: string, more = {}) => operate(world, 'CreateUser', { UserName, ...more })

describe('CreateUser', () => {
  test('answers a user with a unique id, a path and the date', async () => {
    const { User } = await create('Ana', {
      Path: '/staff/it/',
      Tags: [{ Key: 'team', Value: 'b' }],
    })
    expect(User).toEqual({
      Path: '/staff/it/',
      UserName: 'Ana',
      UserId: expect.stringMatching(/^AIDA[A-Z2-7]{17}$/),
      Arn: `arn:aws:iam::${ACCOUNT}:user/staff/it/Ana`,
      CreateDate: new Date(NOON),
      PermissionsBoundary: undefined,
      Tags: [{ Key: 'team', Value: 'b' }],
    })
  })

  test('refuses a name that differs in case alone, whatever the path', async () => {
    await create('Ana')
    expect(await refusal(create('aNA', { Path: '/x/' }))).toBe(
      'EntityAlreadyExists: User with name aNA already exists.',
    )
  })

  test('lets each account have its own', async () => {
    await create('ana')
    await operate(world, 'CreateUser', { UserName: 'ana' }, adminOf(OTHER))
  })

  test.each([
    [{ UserName: 'a b' }, /^ValidationError: .*'userName'.*\[\\w\+=,\.@-\]\+$/],
    [{ UserName: 'a'.repeat(65) }, /length less than or equal to 64/],
    [{ UserName: 'a', Path: 'x' }, /^ValidationError: .*'path'/],
    [{ UserName: 'a', Tags: tags('k', 'K') }, /^InvalidInput: Duplicate tag keys found/],
    [{ UserName: 'a', Tags: tags('AWS:x') }, /^InvalidInput: The tag key AWS:x/],
    [
      { UserName: 'a', PermissionsBoundary: 'not-an-arn-of-anything' },
      /^InvalidInput: ARN .* is not valid\.$/,
    ],
    [
      { UserName: 'a', PermissionsBoundary: `arn:aws:iam::${ACCOUNT}:policy/none` },
      /^NoSuchEntity: Scope ARN: arn:aws:iam::111122223333:policy\/none does not exist or is not attachable\.$/,
    ],
  ])('refuses %j', async (input, words) => {
    expect(await refusal(operate(world, 'CreateUser', input))).toMatch(words)
  })
})

function tags(...keys: string[]) {
  return keys.map((Key) => ({ Key, Value: '' }))
}

describe('GetUser', () => {
  test('finds a name in any case', async () => {
    await create('Ana')
    const { User } = await operate(world, 'GetUser', { UserName: 'ANA' })
    expect(User.UserName).toBe('Ana')
  })

  test('without a name is the caller', async () => {
    const { User } = await operate(world, 'GetUser', {})
    expect(User.UserName).toBe('admin')
  })

  test('without a name is the root user, who has neither name nor path', async () => {
    const { User } = await operate(world, 'GetUser', {}, root)
    expect(User).toEqual({
      UserId: ACCOUNT,
      Arn: `arn:aws:iam::${ACCOUNT}:root`,
      CreateDate: new Date(NOON),
    })
  })

  test('without a name is refused to a session of a role', async () => {
    const session = sessionOf(`arn:aws:iam::${ACCOUNT}:role/r`)
    expect(await refusal(operate(world, 'GetUser', {}, session))).toBe(
      'ValidationError: Must specify userName when calling with non-User credentials',
    )
  })

  test('refuses a name that nobody has', async () => {
    expect(await refusal(operate(world, 'GetUser', { UserName: 'x' }))).toBe(
      'NoSuchEntity: The user with name x cannot be found.',
    )
  })
})

describe('ListUsers', () => {
  test('shows those under a path, in pages, without tags and boundary', async () => {
    for (const name of ['d', 'B', 'a', 'c'])
      await create(name, { Path: '/staff/', Tags: tags('k') })
    const first = await operate(world, 'ListUsers', { PathPrefix: '/staff/', MaxItems: 3 })
    expect(first.Users.map(({ UserName }) => UserName)).toEqual(['a', 'B', 'c'])
    expect(first.IsTruncated).toBe(true)
    expect(first.Users[0]).not.toHaveProperty('Tags')
    const { Marker } = first
    const second = await operate(world, 'ListUsers', { PathPrefix: '/staff/', MaxItems: 3, Marker })
    expect(second.Users.map(({ UserName }) => UserName)).toEqual(['d'])
    expect(second).toMatchObject({ IsTruncated: false })
    expect(second.Marker).toBeUndefined()
  })

  test('goes on after a user that is gone', async () => {
    for (const name of ['a', 'b', 'c']) await create(name, { Path: '/s/' })
    const { Marker } = await operate(world, 'ListUsers', { PathPrefix: '/s/', MaxItems: 2 })
    await operate(world, 'DeleteUser', { UserName: 'b' })
    const { Users } = await operate(world, 'ListUsers', { PathPrefix: '/s/', Marker })
    expect(Users.map(({ UserName }) => UserName)).toEqual(['c'])
  })

  test.each(['!!', 'AA', 'YQ==', 'gA'])('refuses the marker %j', async (Marker) => {
    expect(await refusal(operate(world, 'ListUsers', { Marker }))).toBe(
      'ValidationError: Invalid Marker.',
    )
  })
})

describe('UpdateUser', () => {
  const rename = (NewUserName: string, more = {}) =>
    operate(world, 'UpdateUser', { UserName: 'ana', NewUserName, ...more })

  test('changes name, path and ARN, and keeps all else', async () => {
    const { User } = await create('ana', { Tags: tags('k') })
    const inline = { PolicyName: 'p', PolicyDocument: allow('s3:*') }
    await operate(world, 'PutUserPolicy', { UserName: 'ana', ...inline })
    await operate(world, 'CreateGroup', { GroupName: 'g' })
    await operate(world, 'AddUserToGroup', { GroupName: 'g', UserName: 'ana' })
    await rename('Eva', { NewPath: '/x/' })
    const renamed = await operate(world, 'GetUser', { UserName: 'eva' })
    expect(renamed.User).toEqual({
      ...User,
      UserName: 'Eva',
      Path: '/x/',
      Arn: `arn:aws:iam::${ACCOUNT}:user/x/Eva`,
    })
    const { PolicyNames } = await operate(world, 'ListUserPolicies', { UserName: 'Eva' })
    expect(PolicyNames).toEqual(['p'])
    const { Users } = await operate(world, 'GetGroup', { GroupName: 'g' })
    expect(Users).toMatchObject([{ UserName: 'Eva' }])
    expect(await refusal(operate(world, 'GetUser', { UserName: 'ana' }))).toMatch(/^NoSuchEntity/)
    await create('ana')
  })

  test('lets its keys go on, in the new name', async () => {
    await create('ana')
    const { AccessKey } = await operate(world, 'CreateAccessKey', { UserName: 'ana' })
    const { AccessKeyId: accessKeyId } = AccessKey
    await rename('eva')
    const scope = { date: '20261124', region: 'us-east-1', service: 's3' }
    const { statement } = await world.ports().credentials.resolveCaller({ accessKeyId, scope })
    expect(statement.body).toMatchObject({
      userName: 'eva',
      arn: `arn:aws:iam::${ACCOUNT}:user/eva`,
    })
    const { AccessKeyMetadata } = await operate(world, 'ListAccessKeys', { UserName: 'eva' })
    expect(AccessKeyMetadata).toMatchObject([{ UserName: 'eva', AccessKeyId: accessKeyId }])
    const used = await operate(world, 'GetAccessKeyLastUsed', { AccessKeyId: accessKeyId })
    expect(used.UserName).toBe('eva')
  })

  test('may change the case of the name alone, or nothing', async () => {
    const { User } = await create('ana')
    await operate(world, 'UpdateUser', { UserName: 'ana' })
    await rename('ANA')
    expect((await operate(world, 'GetUser', { UserName: 'ana' })).User).toEqual({
      ...User,
      UserName: 'ANA',
      Arn: `arn:aws:iam::${ACCOUNT}:user/ANA`,
    })
  })

  test('refuses a name that is taken, and a user that is not there', async () => {
    expect(await refusal(rename('eva'))).toBe(
      'NoSuchEntity: The user with name ana cannot be found.',
    )
    await create('ana')
    await create('eva')
    expect(await refusal(rename('EVA'))).toBe(
      'EntityAlreadyExists: User with name EVA already exists.',
    )
  })
})

describe('DeleteUser', () => {
  const remove = () => operate(world, 'DeleteUser', { UserName: 'ana' })

  test('waits for policies and keys to go first', async () => {
    await create('ana')
    const PolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
    const named = { UserName: 'ana', PolicyName: 'p' }
    await operate(world, 'AttachUserPolicy', { UserName: 'ana', PolicyArn })
    await operate(world, 'PutUserPolicy', { ...named, PolicyDocument: allow('s3:*') })
    const { AccessKey } = await operate(world, 'CreateAccessKey', { UserName: 'ana' })

    const conflict = 'DeleteConflict: Cannot delete entity, must'
    expect(await refusal(remove())).toBe(`${conflict} detach all policies first.`)
    await operate(world, 'DetachUserPolicy', { UserName: 'ana', PolicyArn })
    expect(await refusal(remove())).toBe(`${conflict} delete policies first.`)
    await operate(world, 'DeleteUserPolicy', named)
    expect(await refusal(remove())).toBe(`${conflict} delete access keys first.`)
    const { AccessKeyId } = AccessKey
    await operate(world, 'DeleteAccessKey', { UserName: 'ana', AccessKeyId })
    await remove()
    expect(await refusal(remove())).toBe('NoSuchEntity: The user with name ana cannot be found.')
  })

  test('leaves no entry behind', async () => {
    const before = [...world.store.dump()].length
    await create('Eva')
    await operate(world, 'UpdateUser', { UserName: 'Eva', NewUserName: 'ana' })
    const { AccessKey } = await operate(world, 'CreateAccessKey', { UserName: 'ana' })
    const { AccessKeyId } = AccessKey
    await operate(world, 'DeleteAccessKey', { UserName: 'ana', AccessKeyId })
    await remove()
    expect([...world.store.dump()]).toHaveLength(before)
  })

  test('gives the name free for somebody with another id', async () => {
    const first = await create('ana')
    await remove()
    const second = await create('ana')
    expect(second.User?.UserId).not.toBe(first.User?.UserId)
  })

  test('is the business of its own account alone', async () => {
    await create('ana')
    expect(
      await refusal(operate(world, 'DeleteUser', { UserName: 'ana' }, adminOf(OTHER))),
    ).toMatch(/^NoSuchEntity/)
    expect((await operate(world, 'GetUser', { UserName: 'ana' }, admin)).User.UserName).toBe('ana')
  })
})
