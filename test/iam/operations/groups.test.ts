import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountTrust, adminOf, allow, decoded, operate, refusal } from '../operate.ts'
import { ACCOUNT, NOON, OTHER, startWorld, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

const create = (GroupName: string, more = {}) =>
  operate(world, 'CreateGroup', { GroupName, ...more })
const user = (UserName: string, more = {}) => operate(world, 'CreateUser', { UserName, ...more })
const add = (UserName: string, GroupName: string) =>
  operate(world, 'AddUserToGroup', { GroupName, UserName })
const own = (rest: string) => `arn:aws:iam::${ACCOUNT}:${rest}`
const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess'

const namesIn = async (GroupName: string, more = {}) => {
  const { Users } = await operate(world, 'GetGroup', { GroupName, ...more })
  return Users.map(({ UserName }) => UserName)
}
const groupsOf = async (UserName: string) => {
  const { Groups } = await operate(world, 'ListGroupsForUser', { UserName })
  return Groups.map(({ GroupName }) => GroupName)
}

describe('CreateGroup', () => {
  test('answers a group with a unique id, a path and the date', async () => {
    const { Group } = await create('Devs', { Path: '/teams/' })
    expect(Group).toEqual({
      Path: '/teams/',
      GroupName: 'Devs',
      GroupId: expect.stringMatching(/^AGPA[A-Z2-7]{17}$/),
      Arn: own('group/teams/Devs'),
      CreateDate: new Date(NOON),
    })
  })

  test.each([
    [{ GroupName: 'a b' }, /^ValidationError: .*'groupName'/],
    [{ GroupName: 'a'.repeat(129) }, /length less than or equal to 128/],
    [{ GroupName: 'a', Path: 'x' }, /^ValidationError: .*'path'/],
    [{ GroupName: 'DEVS' }, /^EntityAlreadyExists: Group with name DEVS already exists\.$/],
  ])('refuses %j', async (input, words) => {
    await create('Devs')
    expect(await refusal(operate(world, 'CreateGroup', input))).toMatch(words)
  })

  test('lets each account have its own, and a role its name', async () => {
    await create('devs')
    await operate(world, 'CreateGroup', { GroupName: 'devs' }, adminOf(OTHER))
    await operate(world, 'CreateRole', {
      RoleName: 'devs',
      AssumeRolePolicyDocument: accountTrust,
    })
  })
})

describe('a group that is not there', () => {
  const policy = { PolicyName: 'p', PolicyDocument: allow('s3:*') }
  test.each([
    ['GetGroup', {}],
    ['UpdateGroup', { NewPath: '/x/' }],
    ['DeleteGroup', {}],
    ['AddUserToGroup', { UserName: 'admin' }],
    ['RemoveUserFromGroup', { UserName: 'admin' }],
    ['PutGroupPolicy', policy],
    ['GetGroupPolicy', { PolicyName: 'p' }],
    ['DeleteGroupPolicy', { PolicyName: 'p' }],
    ['ListGroupPolicies', {}],
    ['AttachGroupPolicy', { PolicyArn: readOnly }],
    ['DetachGroupPolicy', { PolicyArn: readOnly }],
    ['ListAttachedGroupPolicies', {}],
  ] as const)('is refused by %s', async (name, input) => {
    await operate(world, 'CreateGroup', { GroupName: 'x' }, adminOf(OTHER))
    expect(await refusal(operate(world, name, { GroupName: 'x', ...input } as never))).toBe(
      'NoSuchEntity: The group with name x cannot be found.',
    )
  })
})

describe('AddUserToGroup and RemoveUserFromGroup', () => {
  beforeEach(async () => {
    await create('Devs')
    await user('Ana')
  })

  test('put a user in and out, by names in any case', async () => {
    await add('ana', 'DEVS')
    expect(await namesIn('devs')).toEqual(['Ana'])
    expect(await groupsOf('ANA')).toEqual(['Devs'])
    await operate(world, 'RemoveUserFromGroup', { GroupName: 'devs', UserName: 'aNa' })
    expect(await namesIn('devs')).toEqual([])
    expect(await groupsOf('ana')).toEqual([])
  })

  test('add a user once, however often they are asked', async () => {
    await add('Ana', 'Devs')
    await add('ana', 'devs')
    expect(await namesIn('Devs')).toEqual(['Ana'])
    expect(await groupsOf('Ana')).toEqual(['Devs'])
  })

  test('refuse users that are not there, or not in it', async () => {
    expect(await refusal(add('nobody', 'Devs'))).toBe(
      'NoSuchEntity: The user with name nobody cannot be found.',
    )
    const remove = operate(world, 'RemoveUserFromGroup', { GroupName: 'Devs', UserName: 'Ana' })
    expect(await refusal(remove)).toBe(
      'NoSuchEntity: The user with name Ana is not in the group with name Devs.',
    )
  })

  test('refuse an eleventh group', async () => {
    for (let i = 0; i < 10; i++) {
      await create(`g${i}`)
      await add('Ana', `g${i}`)
    }
    expect(await refusal(add('Ana', 'Devs'))).toBe(
      'LimitExceeded: Cannot exceed quota for GroupsPerUser: 10',
    )
    await add('Ana', 'g3')
  })
})

describe('GetGroup and the lists', () => {
  beforeEach(async () => {
    await create('Devs', { Path: '/t/' })
    for (const name of ['eva', 'Bob', 'ana']) {
      await user(name)
      await add(name, 'Devs')
    }
    await user('other')
  })

  test('show the users of a group in pages', async () => {
    const first = await operate(world, 'GetGroup', { GroupName: 'Devs', MaxItems: 2 })
    expect(first.Users.map(({ UserName }) => UserName)).toEqual(['ana', 'Bob'])
    expect(first).toMatchObject({ IsTruncated: true, Group: { GroupName: 'Devs' } })
    expect(await namesIn('Devs', { MaxItems: 2, Marker: first.Marker })).toEqual(['eva'])
  })

  test('show groups under a path', async () => {
    await create('Ops')
    const names = async (input: object) => {
      const { Groups } = await operate(world, 'ListGroups', input)
      return Groups.map(({ GroupName }) => GroupName)
    }
    expect(await names({})).toEqual(['Devs', 'Ops'])
    expect(await names({ PathPrefix: '/t' })).toEqual(['Devs'])
    expect(await names({ MaxItems: 1 })).toEqual(['Devs'])
  })

  test('show the groups of a user in pages', async () => {
    await create('A')
    await add('ana', 'A')
    const page = await operate(world, 'ListGroupsForUser', { UserName: 'ana', MaxItems: 1 })
    expect(page).toMatchObject({ Groups: [{ GroupName: 'A' }], IsTruncated: true })
    const { Marker } = page
    const next = await operate(world, 'ListGroupsForUser', { UserName: 'ana', MaxItems: 1, Marker })
    expect(next).toMatchObject({ Groups: [{ GroupName: 'Devs' }], IsTruncated: false })
  })
})

describe('UpdateGroup', () => {
  test('renames it and keeps id, users and policies', async () => {
    const { Group } = await create('Devs')
    await user('Ana')
    await add('Ana', 'Devs')
    const policy = { PolicyName: 'p', PolicyDocument: allow('s3:*') }
    await operate(world, 'PutGroupPolicy', { GroupName: 'Devs', ...policy })
    await operate(world, 'UpdateGroup', {
      GroupName: 'devs',
      NewGroupName: 'Builders',
      NewPath: '/b/',
    })
    const renamed = await operate(world, 'GetGroup', { GroupName: 'builders' })
    expect(renamed.Group).toEqual({
      ...Group,
      GroupName: 'Builders',
      Path: '/b/',
      Arn: own('group/b/Builders'),
    })
    expect(await namesIn('Builders')).toEqual(['Ana'])
    expect(await groupsOf('Ana')).toEqual(['Builders'])
    const names = await operate(world, 'ListGroupPolicies', { GroupName: 'Builders' })
    expect(names.PolicyNames).toEqual(['p'])
    expect(await refusal(operate(world, 'GetGroup', { GroupName: 'Devs' }))).toMatch(
      /^NoSuchEntity/,
    )
  })

  test('may change the case of the name alone', async () => {
    await create('devs')
    await user('Ana')
    await add('Ana', 'devs')
    await operate(world, 'UpdateGroup', { GroupName: 'devs', NewGroupName: 'DEVS' })
    expect(await groupsOf('Ana')).toEqual(['DEVS'])
  })

  test('refuses a name that is taken', async () => {
    await create('Devs')
    await create('Ops')
    const rename = operate(world, 'UpdateGroup', { GroupName: 'Devs', NewGroupName: 'oPS' })
    expect(await refusal(rename)).toBe('EntityAlreadyExists: Group with name oPS already exists.')
  })
})

describe('DeleteGroup', () => {
  test('waits for its policies and users to go first', async () => {
    const GroupName = 'Devs'
    await create(GroupName)
    await user('Ana')
    await add('Ana', GroupName)
    const policy = { GroupName, PolicyName: 'p' }
    await operate(world, 'PutGroupPolicy', { ...policy, PolicyDocument: allow('s3:*') })
    await operate(world, 'AttachGroupPolicy', { GroupName, PolicyArn: readOnly })
    const remove = () => operate(world, 'DeleteGroup', { GroupName })
    const conflict = (what: string) => `DeleteConflict: Cannot delete entity, must ${what} first.`
    expect(await refusal(remove())).toBe(conflict('detach all policies'))
    await operate(world, 'DetachGroupPolicy', { GroupName, PolicyArn: readOnly })
    expect(await refusal(remove())).toBe(conflict('delete policies'))
    await operate(world, 'DeleteGroupPolicy', policy)
    expect(await refusal(remove())).toBe(conflict('remove users from group'))
    expect(await refusal(operate(world, 'DeleteUser', { UserName: 'Ana' }))).toBe(
      conflict('remove users from group'),
    )
    await operate(world, 'RemoveUserFromGroup', { GroupName, UserName: 'Ana' })
    await remove()
    expect(await refusal(remove())).toMatch(/^NoSuchEntity/)
  })
})

describe('policies of a group', () => {
  const GroupName = 'Devs'
  beforeEach(() => create(GroupName))

  test('are written, read, listed and deleted', async () => {
    const inline = { GroupName, PolicyName: 'p' }
    await operate(world, 'PutGroupPolicy', { ...inline, PolicyDocument: allow('s3:*') })
    await operate(world, 'PutGroupPolicy', { ...inline, PolicyDocument: allow('iam:*') })
    const shown = await operate(world, 'GetGroupPolicy', { GroupName: 'devs', PolicyName: 'p' })
    expect(shown).toMatchObject({ GroupName, PolicyName: 'p' })
    expect(decoded(shown.PolicyDocument)).toEqual(JSON.parse(allow('iam:*')))
    const { PolicyNames } = await operate(world, 'ListGroupPolicies', { GroupName })
    expect(PolicyNames).toEqual(['p'])
    await operate(world, 'DeleteGroupPolicy', inline)
    expect(await refusal(operate(world, 'GetGroupPolicy', inline))).toBe(
      'NoSuchEntity: The group policy with name p cannot be found.',
    )
  })

  test('are 5120 characters together at most, white space not counted', async () => {
    const sized = (length: number) => {
      const arn = 'arn:aws:s3:::'
      return allow('s3:*', arn + 'x'.repeat(length - allow('s3:*', arn).length))
    }
    await operate(world, 'PutGroupPolicy', {
      GroupName,
      PolicyName: 'a',
      PolicyDocument: `\t${sized(5000)}\n`,
    })
    const more = (length: number) =>
      operate(world, 'PutGroupPolicy', {
        GroupName,
        PolicyName: 'b',
        PolicyDocument: sized(length),
      })
    await more(120)
    expect(await refusal(more(121))).toBe(
      'LimitExceeded: Maximum policy size of 5120 bytes exceeded for group Devs',
    )
  })

  test('are attached and counted, ten at most', async () => {
    for (let i = 0; i < 10; i++) {
      await operate(world, 'CreatePolicy', { PolicyName: `p${i}`, PolicyDocument: allow('s3:*') })
      await operate(world, 'AttachGroupPolicy', { GroupName, PolicyArn: own(`policy/p${i}`) })
    }
    const eleventh = operate(world, 'AttachGroupPolicy', { GroupName, PolicyArn: readOnly })
    expect(await refusal(eleventh)).toBe(
      'LimitExceeded: Cannot exceed quota for PoliciesPerGroup: 10',
    )
    const { Policy } = await operate(world, 'GetPolicy', { PolicyArn: own('policy/p0') })
    expect(Policy?.AttachmentCount).toBe(1)
    const page = await operate(world, 'ListAttachedGroupPolicies', { GroupName, MaxItems: 9 })
    expect(page.AttachedPolicies).toHaveLength(9)
    expect(page.IsTruncated).toBe(true)
    expect(await refusal(operate(world, 'DeletePolicy', { PolicyArn: own('policy/p0') }))).toBe(
      'DeleteConflict: Cannot delete a policy attached to entities.',
    )
  })

  test('must be there to be attached, and attached to be detached', async () => {
    const none = { GroupName, PolicyArn: own('policy/none') }
    expect(await refusal(operate(world, 'AttachGroupPolicy', none))).toBe(
      `NoSuchEntity: Policy ${none.PolicyArn} does not exist or is not attachable.`,
    )
    const detach = operate(world, 'DetachGroupPolicy', { GroupName, PolicyArn: readOnly })
    expect(await refusal(detach)).toBe(`NoSuchEntity: Policy ${readOnly} was not found.`)
  })
})
