import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountOfAccessKeyId } from '#kernel/ids/accessKeyId.ts'
import { operate, refusal, root, sessionOf } from '../operate.ts'
import { ACCOUNT, NOON, startWorld, type World } from '../world.ts'

let world: World
beforeEach(async () => {
  world = await startWorld()
  await operate(world, 'CreateUser', { UserName: 'ana' })
})
afterEach(() => world.close())

const create = async (UserName = 'ana') =>
  (await operate(world, 'CreateAccessKey', { UserName })).AccessKey

const scope = { date: '20261124', region: 'us-east-1', service: 'iam' }
const resolve = (accessKeyId: string) =>
  world.ports().credentials.resolveCaller({ accessKeyId, scope })

describe('CreateAccessKey', () => {
  test('answers a key that names the account, and its secret once', async () => {
    const key = await create()
    expect(key).toEqual({
      UserName: 'ana',
      AccessKeyId: expect.stringMatching(/^AKIA[A-Z2-7]{16}$/),
      Status: 'Active',
      SecretAccessKey: expect.stringMatching(/^[A-Za-z0-9+/]{40}$/),
      CreateDate: new Date(NOON),
    })
    expect(accountOfAccessKeyId(key.AccessKeyId)).toBe(ACCOUNT)
    const listed = await operate(world, 'ListAccessKeys', { UserName: 'ana' })
    expect(listed.AccessKeyMetadata).toEqual([
      {
        UserName: 'ana',
        AccessKeyId: key.AccessKeyId,
        Status: 'Active',
        CreateDate: new Date(NOON),
      },
    ])
  })

  test('works at once', async () => {
    const { statement } = await resolve((await create()).AccessKeyId)
    expect(statement.body.userName).toBe('ana')
  })

  test('without a name makes one of the caller, the root user too', async () => {
    const own = await operate(world, 'CreateAccessKey', {})
    expect(own.AccessKey.UserName).toBe('admin')
    const { AccessKey } = await operate(world, 'CreateAccessKey', {}, root)
    expect((await resolve(AccessKey.AccessKeyId)).statement.body.type).toBe('Root')
  })

  test('refuses a third', async () => {
    await create()
    await create()
    expect(await refusal(create())).toBe(
      'LimitExceeded: Cannot exceed quota for AccessKeysPerUser: 2',
    )
  })

  test('without a name is refused to a session of a role', async () => {
    const session = sessionOf(`arn:aws:iam::${ACCOUNT}:role/r`)
    expect(await refusal(operate(world, 'CreateAccessKey', {}, session))).toMatch(
      /^ValidationError: Must specify userName/,
    )
  })
})

describe('UpdateAccessKey', () => {
  const set = (AccessKeyId: string, Status: 'Active' | 'Inactive' | 'Expired') =>
    operate(world, 'UpdateAccessKey', { UserName: 'ana', AccessKeyId, Status })

  test('bites on the next request, both ways', async () => {
    const { AccessKeyId } = await create()
    await set(AccessKeyId, 'Inactive')
    await expect(resolve(AccessKeyId)).rejects.toThrow('security token')
    await set(AccessKeyId, 'Active')
    await resolve(AccessKeyId)
  })

  test("refuses another user's key", async () => {
    const { AccessKeyId } = await create('admin')
    expect(await refusal(set(AccessKeyId, 'Inactive'))).toBe(
      `NoSuchEntity: The Access Key with id ${AccessKeyId} cannot be found.`,
    )
  })

  test('refuses the status that only AWS gives', async () => {
    const { AccessKeyId } = await create()
    expect(await refusal(set(AccessKeyId, 'Expired'))).toMatch(
      /^ValidationError: .*enum value set: \[Active, Inactive\]$/,
    )
  })
})

describe('DeleteAccessKey', () => {
  test('refuses what the key signs from then on', async () => {
    const { AccessKeyId } = await create()
    await operate(world, 'DeleteAccessKey', { UserName: 'ana', AccessKeyId })
    await expect(resolve(AccessKeyId)).rejects.toThrow('security token')
    const { AccessKeyMetadata } = await operate(world, 'ListAccessKeys', { UserName: 'ana' })
    expect(AccessKeyMetadata).toEqual([])
  })

  test('takes a key whose id does not name its account out of the index too', async () => {
    const before = [...world.store.dump()].length
    await operate(world, 'DeleteAccessKey', { AccessKeyId: 'AKIAROOTROOTROOT0001' }, root)
    expect([...world.store.dump()]).toHaveLength(before - 2)
  })
})

describe('GetAccessKeyLastUsed', () => {
  const lastUsed = (AccessKeyId: string) => operate(world, 'GetAccessKeyLastUsed', { AccessKeyId })

  test('says N/A of a key that was never used', async () => {
    expect(await lastUsed((await create()).AccessKeyId)).toEqual({
      UserName: 'ana',
      AccessKeyLastUsed: { LastUsedDate: undefined, ServiceName: 'N/A', Region: 'N/A' },
    })
  })

  test('knows no key of nobody', async () => {
    expect(await refusal(lastUsed('AKIAIOSFODNN7EXAMPLE'))).toMatch(/^NoSuchEntity/)
  })
})
