import { IAMClient, ListRolesCommand } from '@aws-sdk/client-iam'
import {
  GetRoleCredentialsCommand,
  ListAccountRolesCommand,
  ListAccountsCommand,
  LogoutCommand,
  UnauthorizedException,
} from '@aws-sdk/client-sso'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sandbox, workloads } from './seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
let ana: string
let luis: string
let eva: string
beforeAll(async () => {
  world = await createWorld()
  ;[ana, luis, eva] = [
    await world.accessToken('ana@example.com'),
    await world.accessToken('luis@example.com'),
    await world.accessToken('eva@example.com'),
  ]
})
afterAll(() => world.close())

const accounts = (accessToken: string, more: object = {}) =>
  world.portal.send(new ListAccountsCommand({ accessToken, ...more }))
const roles = (accessToken: string, accountId: string, more: object = {}) =>
  world.portal.send(new ListAccountRolesCommand({ accessToken, accountId, ...more }))
const credentials = async (accessToken: string, accountId: string, roleName: string) => {
  const command = new GetRoleCredentialsCommand({ accessToken, accountId, roleName })
  return (await world.portal.send(command)).roleCredentials as Given
}

interface Given {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
  readonly expiration: number
}

/** A client of the service that signs with what the portal gave. */
const as = (service: 'sts' | 'iam', { expiration, ...given }: Given) => ({
  region: 'us-east-1',
  endpoint: world.endpoints[service]!,
  credentials: { ...given, expiration: new Date(expiration) },
})

const unauthorized = { name: 'UnauthorizedException', $metadata: { httpStatusCode: 401 } }
const forbidden = { name: 'ForbiddenException', $metadata: { httpStatusCode: 403 } }

describe('ListAccounts', () => {
  test('shows the accounts in which the person may take a role, sorted, and no other', async () => {
    expect((await accounts(ana)).accountList).toEqual([
      { accountId: workloads, accountName: 'workloads', emailAddress: 'workloads@example.com' },
      { accountId: sandbox, accountName: 'sandbox' },
    ])
    expect((await accounts(await world.accessToken('nil@example.com'))).accountList).toEqual([])
  })

  test('goes by pages', async () => {
    const first = await accounts(ana, { maxResults: 1 })
    expect(first.accountList).toMatchObject([{ accountId: workloads }])
    const second = await accounts(ana, { maxResults: 1, nextToken: first.nextToken })
    expect(second.accountList).toMatchObject([{ accountId: sandbox }])
    expect(second.nextToken).toBeUndefined()
  })

  test('refuses a page that it did not offer, and pages of no size', async () => {
    const invalid = { name: 'InvalidRequestException', $metadata: { httpStatusCode: 400 } }
    await expect(accounts(ana, { nextToken: 'x' })).rejects.toMatchObject(invalid)
    await expect(accounts(ana, { maxResults: 101 })).rejects.toMatchObject(invalid)
    await expect(accounts(ana, { maxResults: 0 })).rejects.toMatchObject(invalid)
  })
})

describe('ListAccountRoles', () => {
  test('shows the permission sets by name, once each', async () => {
    expect((await roles(eva, workloads)).roleList).toEqual([
      { roleName: 'BucketCreator', accountId: workloads },
      { roleName: 'ReadOnly', accountId: workloads },
    ])
  })

  test('refuses accounts in which the person has nothing, and those that do not exist', async () => {
    await expect(
      roles(await world.accessToken('nil@example.com'), workloads),
    ).rejects.toMatchObject({
      ...forbidden,
      message: 'No access',
    })
    await expect(roles(ana, '999999999999')).rejects.toMatchObject(forbidden)
  })

  test('leaves an event that says which account', async () => {
    await roles(ana, workloads)
    const events = (await world.journal()).filter((each) => each.eventName === 'ListAccountRoles')
    expect(events.at(-1)).toMatchObject({
      eventSource: 'sso.amazonaws.com',
      eventType: 'AwsServiceEvent',
      readOnly: true,
      requestParameters: null,
      serviceEventDetails: { account_id: workloads },
    })
  })
})

describe('GetRoleCredentials', () => {
  test('gives a session of the role, named after the person, as long as the permission set says', async () => {
    const given = await credentials(ana, workloads, 'BucketCreator')
    expect(given.accessKeyId).toMatch(/^ASIA/)
    const lasts = given.expiration - world.clock.now()
    expect(lasts).toBeGreaterThan(7_195_000)
    expect(lasts).toBeLessThanOrEqual(7_200_000)
    const sts = new STSClient(as('sts', given))
    const { Arn, Account } = await sts.send(new GetCallerIdentityCommand({}))
    expect(Account).toBe(workloads)
    expect(Arn).toMatch(
      /^arn:aws:sts::222222222222:assumed-role\/AWSReservedSSO_BucketCreator_[0-9a-f]{16}\/ana@example\.com$/,
    )
  })

  test('says through which assignment: the person’s own before that of a group', async () => {
    await credentials(ana, workloads, 'BucketCreator')
    expect(world.findings('assignment').at(-1)).toMatchObject({
      user: 'ana@example.com',
      account: workloads,
      permissionSet: 'BucketCreator',
      through: 'GROUP builders',
      roleArn: expect.stringMatching(
        /:role\/aws-reserved\/sso\.amazonaws\.com\/AWSReservedSSO_Buck/,
      ),
      durationSeconds: 7200,
    })
    await credentials(eva, workloads, 'BucketCreator')
    expect(world.findings('assignment').at(-1)).toMatchObject({ through: 'USER eva@example.com' })
  })

  test('gives credentials whose policies can ask who the person is in the identity store', async () => {
    const given = await credentials(luis, workloads, 'RoleReader')
    const iam = new IAMClient(as('iam', given))
    const { Roles } = await iam.send(new ListRolesCommand({ PathPrefix: '/aws-reserved/' }))
    expect(Roles?.map(({ RoleName }) => RoleName?.slice(0, -17)).sort()).toEqual([
      'AWSReservedSSO_BucketCreator',
      'AWSReservedSSO_ReadOnly',
      'AWSReservedSSO_RoleReader',
    ])
  })

  test.each([
    ['a role that is not assigned to the person', workloads, 'ReadOnly'],
    ['a role that does not exist', workloads, 'Nothing'],
    ['the role of another account', sandbox, 'BucketCreator'],
    ['an account that does not exist', '999999999999', 'BucketCreator'],
    ['the name of the role in IAM', workloads, 'AWSReservedSSO_BucketCreator'],
  ])('refuses %s', async (_title, accountId, roleName) => {
    await expect(credentials(ana, accountId, roleName)).rejects.toMatchObject({
      ...forbidden,
      message: 'No access',
    })
  })

  test('refuses with the type in body and header, as clients look for it', async () => {
    const query = new URLSearchParams({ account_id: workloads, role_name: 'x' })
    const answer = await fetch(`${world.url}/federation/credentials?${query}`, {
      headers: { 'x-amz-sso_bearer_token': ana },
    })
    expect(answer.headers.get('x-amzn-errortype')).toBe('ForbiddenException')
    expect(await answer.json()).toEqual({
      message: 'No access',
      __type: 'com.amazonaws.switchboard.portal#ForbiddenException',
    })
  })

  test('refuses a request without role or account', async () => {
    for (const query of ['', 'role_name=x', 'account_id=1']) {
      const answer = await fetch(`${world.url}/federation/credentials?${query}`, {
        headers: { 'x-amz-sso_bearer_token': ana },
      })
      expect(answer.status).toBe(400)
      expect(await answer.json()).toMatchObject({
        __type: 'com.amazonaws.switchboard.portal#InvalidRequestException',
      })
    }
  })

  test('refuses a role that could not be made, and explains why', async () => {
    await expect(credentials(luis, sandbox, 'Broken')).rejects.toMatchObject(forbidden)
    expect(world.findings('refusal').at(-1)).toMatchObject({
      code: 'ForbiddenException',
      detail: { because: 'the role could not be made in the account', code: 'NoSuchEntity' },
    })
  })

  test('leaves events of the person and of the role that was taken, and in none a secret', async () => {
    const given = await credentials(ana, workloads, 'BucketCreator')
    const portal = (await world.journal()).findLast(
      (each) => each.eventName === 'GetRoleCredentials',
    )
    expect(portal).toMatchObject({
      caller: { type: 'IdentityCenterUser', credentialId: expect.any(String) },
      serviceEventDetails: { role_name: 'BucketCreator', account_id: workloads },
    })
    const member = await world.journal(workloads)
    expect(member.findLast((each) => each.eventName === 'AssumeRoleWithSAML')).toMatchObject({
      caller: { type: 'SAMLUser', userName: 'ana@example.com', invokedBy: 'sso.amazonaws.com' },
      region: 'us-east-1',
    })
    const journal = JSON.stringify([await world.journal(), member])
    const recording = JSON.stringify(world.services.recorder?.events())
    for (const secret of [given.secretAccessKey, given.sessionToken, ana])
      expect([journal.includes(secret), recording.includes(secret)]).toEqual([false, false])
  })
})

describe('an access token', () => {
  test('that is none is refused by every operation', async () => {
    for (const call of [
      accounts('x'),
      roles('x', workloads),
      credentials('x', workloads, 'BucketCreator'),
      world.portal.send(new LogoutCommand({ accessToken: 'x' })),
    ])
      await expect(call).rejects.toMatchObject({
        ...unauthorized,
        message: 'Session token not found or invalid',
      })
    expect((await fetch(`${world.url}/assignment/accounts`)).status).toBe(401)
  })

  test('gives nothing more when its user is disabled, and leaves role credentials alone', async () => {
    const given = await credentials(ana, workloads, 'BucketCreator')
    await world.setEnabled('ana@example.com', false)
    try {
      await expect(accounts(ana)).rejects.toThrow(UnauthorizedException)
      await expect(credentials(ana, workloads, 'BucketCreator')).rejects.toMatchObject(unauthorized)
      const sts = new STSClient(as('sts', given))
      expect((await sts.send(new GetCallerIdentityCommand({}))).Account).toBe(workloads)
    } finally {
      await world.setEnabled('ana@example.com', true)
    }
  })

  test('ends with Logout, as do all others of the same portal session', async () => {
    const token = await world.accessToken('ana@example.com')
    await world.portal.send(new LogoutCommand({ accessToken: token }))
    await expect(accounts(token)).rejects.toThrow(UnauthorizedException)
    expect((await accounts(ana)).accountList).toHaveLength(2)
    expect((await world.journal()).findLast((each) => each.eventName === 'Logout')).toMatchObject({
      caller: { type: 'IdentityCenterUser' },
      readOnly: false,
    })
  })

  test('ends with the portal session, after eight hours', async () => {
    await world.clock.advance(8 * 3_600_000)
    for (const token of [ana, luis, eva])
      await expect(accounts(token)).rejects.toThrow(UnauthorizedException)
  })
})
