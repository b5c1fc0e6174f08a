import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accessKeys, nameKey, roles, scopeOf, users } from '#iam/state.ts'
import { HopError } from '#kernel/hops/hopError.ts'
import { sealSession } from '#kernel/session-token/sealSession.ts'
import { deriveSessionTokenKey } from '#kernel/session-token/sessionTokenKey.ts'
import { signingKey } from '#kernel/sigv4/signingKey.ts'
import { operate } from '../operate.ts'
import { ACCOUNT, NOON, OTHER, startWorld, type World } from '../world.ts'

const scope = { date: '20261124', region: 'eu-west-1', service: 's3' }

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

const resolve = (accessKeyId: string, sessionToken?: string) =>
  world.ports().credentials.resolveCaller({ accessKeyId, sessionToken, scope })

async function refusal(asking: Promise<unknown>): Promise<string | undefined> {
  const error = await asking.then(
    () => undefined,
    (failure) => failure,
  )
  expect(error).toBeInstanceOf(HopError)
  return (error as HopError).refusal?.code
}

const setKey = (id: string, status: 'Active' | 'Inactive') =>
  world.store.write([ACCOUNT], async (tx) => {
    const { value } = (await tx.get(accessKeys, scopeOf(ACCOUNT), id))!
    await tx.put(accessKeys, scopeOf(ACCOUNT), id, { ...value, status })
  })

describe('a long-term key', () => {
  test('is its user, with a key that signs for this scope alone', async () => {
    const { statement, secret } = await resolve('test')
    expect(statement.body).toMatchObject({
      type: 'IAMUser',
      accountId: ACCOUNT,
      arn: `arn:aws:iam::${ACCOUNT}:user/admin`,
      userName: 'admin',
      accessKeyId: 'test',
      tags: {},
    })
    expect(statement.body.userId).toMatch(/^AIDA[A-Z2-7]{17}$/)
    expect(secret).toEqual(signingKey('test', scope))
  })

  test("of the root user is the account's", async () => {
    const { statement } = await resolve('AKIAROOTROOTROOT0001')
    expect(statement.body).toMatchObject({
      type: 'Root',
      arn: `arn:aws:iam::${ACCOUNT}:root`,
      userId: ACCOUNT,
    })
  })

  test('that nobody has is refused', async () => {
    expect(await refusal(resolve('AKIAIOSFODNN7EXAMPLE'))).toBe('UnknownAccessKey')
    for (const id of ['', 'a\u0000b', '\ud800', '__proto__', 'x'.repeat(5000)])
      expect(await refusal(resolve(id))).toBe('UnknownAccessKey')
  })

  test('that was made inactive is refused at once, and works again when made active', async () => {
    await resolve('test')
    await setKey('test', 'Inactive')
    expect(await refusal(resolve('test'))).toBe('UnknownAccessKey')
    await setKey('test', 'Active')
    await resolve('test')
  })

  test('ends with its user', async () => {
    await world.store.write([ACCOUNT], (tx) => tx.delete(users, scopeOf(ACCOUNT), nameKey('admin')))
    expect(await refusal(resolve('test'))).toBe('UnknownAccessKey')
  })

  test('with a session token is refused', async () => {
    expect(await refusal(resolve('test', 'FwoGZXIvYXdz'))).toBe('InvalidToken')
  })

  test('signs anew after its secret changed, though the old signing key was derived before', async () => {
    await resolve('test')
    await world.store.write([ACCOUNT], async (tx) => {
      const { value } = (await tx.get(accessKeys, scopeOf(ACCOUNT), 'test'))!
      await tx.put(accessKeys, scopeOf(ACCOUNT), 'test', { ...value, secret: 'other' })
    })
    expect((await resolve('test')).secret).toEqual(signingKey('other', scope))
  })
})

describe('a session that a user made for itself', () => {
  const keyId = 'ASIATEZWYVYOQ5HVRUTF'
  const tokenOf = async () => {
    const user = (await world.store.get(users, scopeOf(ACCOUNT), nameKey('admin')))!.value
    const { sessionTokenKey } = world.runs.get('sts')!.service.context.serviceKeys
    return sealSession(
      {
        secretAccessKey: 'session-secret',
        caller: {
          type: 'IAMUser',
          accountId: ACCOUNT,
          arn: user.arn,
          userId: user.id,
          userName: user.name,
          accessKeyId: keyId,
          tags: {},
          session: {
            issuedAt: NOON / 1000,
            expiresAt: NOON / 1000 + 3600,
            sessionName: 'admin',
            policyArns: [],
            transitiveTagKeys: [],
            chained: false,
            context: {},
          },
        },
      },
      deriveSessionTokenKey(sessionTokenKey!),
    )
  }

  test('goes on under the name that the user has today', async () => {
    const token = await tokenOf()
    await operate(world, 'UpdateUser', { UserName: 'admin', NewUserName: 'chief' })
    await operate(world, 'CreateUser', { UserName: 'admin' })
    const { statement } = await resolve(keyId, token)
    expect(statement.body).toMatchObject({
      type: 'IAMUser',
      userName: 'chief',
      arn: `arn:aws:iam::${ACCOUNT}:user/chief`,
    })
  })

  test('ends with the user', async () => {
    const token = await tokenOf()
    await world.store.write([ACCOUNT], (tx) => tx.delete(users, scopeOf(ACCOUNT), 'admin'))
    await operate(world, 'CreateUser', { UserName: 'admin' })
    expect(await refusal(resolve(keyId, token))).toBe('UnknownAccessKey')
  })
})

describe('a temporary key', () => {
  const keyId = 'ASIATEZWYVYOQ5HVRUTF'
  const roleName = 'AWSServiceRoleForSSO'

  const tokenKey = () =>
    deriveSessionTokenKey(world.runs.get('sts')!.service.context.serviceKeys.sessionTokenKey!)

  async function sealed(more: { accessKeyId?: string; roleId?: string; key?: 'foreign' } = {}) {
    const role = (await world.store.get(roles, scopeOf(OTHER), nameKey(roleName)))!.value
    const roleId = more.roleId ?? role.id
    const key = more.key ? deriveSessionTokenKey(Buffer.alloc(32).toString('base64')) : tokenKey()
    return sealSession(
      {
        secretAccessKey: 'session-secret',
        caller: {
          type: 'AssumedRole',
          accountId: OTHER,
          arn: `arn:aws:sts::${OTHER}:assumed-role/${roleName}/s`,
          userId: `${roleId}:s`,
          accessKeyId: more.accessKeyId ?? keyId,
          tags: { team: 'blue' },
          session: {
            issuedAt: NOON / 1000,
            expiresAt: NOON / 1000 + 3600,
            sessionName: 's',
            roleArn: role.arn,
            roleId,
            policyArns: [],
            transitiveTagKeys: [],
            chained: false,
            context: {},
          },
        },
      },
      key,
    )
  }

  test('is what its token says, without asking STS', async () => {
    const { statement, secret } = await resolve(keyId, await sealed())
    expect(statement.body).toMatchObject({ type: 'AssumedRole', tags: { team: 'blue' } })
    expect(statement.body.session?.sessionName).toBe('s')
    expect(secret).toEqual(signingKey('session-secret', scope))
  })

  test('without token is unknown', async () => {
    expect(await refusal(resolve(keyId))).toBe('UnknownAccessKey')
  })

  test('with the token of another key is refused', async () => {
    const other = await sealed({ accessKeyId: 'ASIATEZWYVYOQ5HVRUTG' })
    expect(await refusal(resolve(keyId, other))).toBe('InvalidToken')
  })

  test.each(['', 'garbage', 'FwoGZXIvYXdzEAAaDAAAAAAAAAAA'])(
    'with the token %j is refused',
    async (token) => {
      expect(await refusal(resolve(keyId, token))).toBe('InvalidToken')
    },
  )

  test('with a token that another sandbox sealed is refused', async () => {
    expect(await refusal(resolve(keyId, await sealed({ key: 'foreign' })))).toBe('InvalidToken')
  })

  test('with a token of which one letter was changed is refused', async () => {
    const token = await sealed()
    const end = token.length - 20
    const changed = token.slice(0, end) + (token[end] === 'A' ? 'B' : 'A') + token.slice(end + 1)
    expect(await refusal(resolve(keyId, changed))).toBe('InvalidToken')
  })

  test('expires by the clock of the sandbox, on the second', async () => {
    const token = await sealed()
    await world.clock.advance(3_599_999)
    await resolve(keyId, token)
    await world.clock.advance(1)
    expect(await refusal(resolve(keyId, token))).toBe('ExpiredToken')
  })

  test('ends with its role, and a new role of the old name does not bring it back', async () => {
    const token = await sealed()
    await resolve(keyId, token)
    const key = nameKey(roleName)
    const { value } = (await world.store.get(roles, scopeOf(OTHER), key))!
    await world.store.write([OTHER], (tx) => tx.delete(roles, scopeOf(OTHER), key))
    expect(await refusal(resolve(keyId, token))).toBe('UnknownAccessKey')
    await world.store.write([OTHER], (tx) =>
      tx.put(roles, scopeOf(OTHER), key, { ...value, id: 'AROANEWNEWNEWNEWNEWNE' }),
    )
    expect(await refusal(resolve(keyId, token))).toBe('UnknownAccessKey')
  })
})
