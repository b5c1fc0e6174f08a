import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Keys, sessionKeys } from '../sandbox/clients.ts'
import {
  ACCOUNT,
  admin,
  createRole,
  createUser,
  refusalOf,
  root,
  startWorld,
  type World,
} from './world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const who = async (keys: Keys) => {
  const { UserId, Account, Arn } = await world.sts(keys).send(new GetCallerIdentityCommand({}))
  return { UserId, Account, Arn }
}

describe('GetCallerIdentity says who signed', () => {
  test('a user', async () => {
    expect(await who(admin)).toEqual({
      UserId: expect.stringMatching(/^AIDA[A-Z0-9]{17}$/),
      Account: ACCOUNT,
      Arn: `arn:aws:iam::${ACCOUNT}:user/admin`,
    })
  })

  test('the root user', async () => {
    expect(await who(root)).toEqual({
      UserId: ACCOUNT,
      Account: ACCOUNT,
      Arn: `arn:aws:iam::${ACCOUNT}:root`,
    })
  })

  test('a session of a role', async () => {
    const RoleArn = await createRole(world, { path: '/deep/down/' })
    const made = await world
      .sts()
      .send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'ana@example.com' }))
    expect(await who(sessionKeys(made))).toEqual({
      UserId: made.AssumedRoleUser!.AssumedRoleId,
      Account: ACCOUNT,
      Arn: made.AssumedRoleUser!.Arn,
    })
  })

  test('without any permission, and against any denial', async () => {
    const nobody = await createUser(world, [])
    const denied = await createUser(world, [{ Effect: 'Deny', Action: '*', Resource: '*' }])
    expect((await who(nobody)).Arn).toBe(nobody.arn)
    expect((await who(denied)).Arn).toBe(denied.arn)
  })

  test('also to a GET, whose action stands in the query', async () => {
    const { signRequest } = await import('#kernel/sigv4/signRequest.ts')
    const { host } = new URL(world.url)
    const query = 'Action=GetCallerIdentity&Version=2011-06-15'
    const headers = signRequest({
      method: 'GET',
      path: '/',
      query,
      headers: { host },
      body: Buffer.alloc(0),
      credentials: admin,
      scope: { region: 'eu-west-1', service: 'sts' },
      now: world.clock.now(),
      style: 'standard',
    })
    const answer = await fetch(`${world.url}/?${query}`, { headers })
    expect(await answer.text()).toContain(`<Arn>arn:aws:iam::${ACCOUNT}:user/admin</Arn>`)
  })
})

describe('but not to', () => {
  test.each<[string, Keys, string]>([
    [
      'an unknown key',
      { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' },
      'InvalidClientTokenId',
    ],
    ['a wrong secret', { ...admin, secretAccessKey: 'x' }, 'SignatureDoesNotMatch'],
    ['a long-term key with a token', { ...admin, sessionToken: 'x' }, 'InvalidClientTokenId'],
    [
      'a temporary key without one',
      { accessKeyId: 'ASIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' },
      'InvalidClientTokenId',
    ],
  ])('%s', async (_, keys, code) => {
    expect(await refusalOf(who(keys))).toMatchObject({ code, status: 403 })
  })

  test('nobody', async () => {
    const answer = await fetch(world.url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'Action=GetCallerIdentity&Version=2011-06-15',
    })
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('<Code>MissingAuthenticationToken</Code>')
  })
})

describe('what STS does not have', () => {
  const call = async (action: string) => {
    const { signRequest } = await import('#kernel/sigv4/signRequest.ts')
    const body = `Action=${action}&Version=2011-06-15`
    const headers = signRequest({
      method: 'POST',
      path: '/',
      query: '',
      headers: {
        host: new URL(world.url).host,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: Buffer.from(body),
      credentials: admin,
      scope: { region: 'us-east-1', service: 'sts' },
      now: world.clock.now(),
      style: 'standard',
    })
    const answer = await fetch(world.url, { method: 'POST', headers, body })
    return { status: answer.status, text: await answer.text() }
  }

  test.each([
    'GetSessionToken',
    'GetFederationToken',
    'AssumeRoleWithWebIdentity',
    'AssumeRoot',
    'GetAccessKeyInfo',
  ])('is refused by name: %s', async (action) => {
    const { status, text } = await call(action)
    expect(status).toBe(501)
    expect(text).toContain(`<Message>The operation ${action} is not implemented.</Message>`)
  })

  test("and what nobody has, in AWS's words", async () => {
    const { status, text } = await call('GetEverything')
    expect(status).toBe(400)
    expect(text).toContain('<Code>InvalidAction</Code>')
    expect(text).toContain('Could not find operation GetEverything for version 2011-06-15')
  })
})
