import {
  AccessDeniedException,
  AuthorizationPendingException,
  ExpiredTokenException,
  InvalidGrantException,
} from '@aws-sdk/client-sso-oidc'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deviceAuthorizations, scopeOf, secretKey } from '#identity-center/state.ts'
import { createBrowser } from './browser.ts'
import { createWorld, deviceGrant, signIn, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

describe('StartDeviceAuthorization', () => {
  test('gives a code to compare, where to compare it, ten minutes, and a second between polls', async () => {
    const device = await world.device()
    expect(device).toMatchObject({
      userCode: expect.stringMatching(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/),
      verificationUri: `${world.url}/device`,
      verificationUriComplete: `${world.url}/device?user_code=${device.userCode}`,
      expiresIn: 600,
      interval: 1,
    })
  })

  test('keeps no device code: who reads the store cannot poll with it', async () => {
    const { deviceCode } = await world.device()
    const stored = [...world.store.dump()].map((entry) => JSON.stringify(entry)).join()
    expect(stored).not.toContain(deviceCode)
    const kept = await world.store.get(
      deviceAuthorizations,
      scopeOf(world.instance),
      secretKey(deviceCode),
    )
    expect(kept?.value.decision).toEqual({ made: 'none' })
  })
})

describe('a device code', () => {
  test('becomes a token once its person has signed in and allowed it', async () => {
    const device = await world.device()
    await expect(world.token(device)).rejects.toThrow(AuthorizationPendingException)
    const browser = createBrowser()
    const approve = await signIn(browser, device.verificationUriComplete)
    expect(approve.url).toBe(device.verificationUriComplete)
    for (const shown of [device.userCode, 'botocore-client-test', 'Ana Soler', '127.0.0.1'])
      expect(approve.body).toContain(shown)
    const ended = await browser.submit(approve, { decision: 'allow' })
    expect(ended).toMatchObject({ status: 200, url: `${world.url}/device/allowed` })
    expect(await world.token(device)).toMatch(/^aoa[\w-]{64}$/)
  })

  test('is spent with its first token', async () => {
    const device = await approved('allow')
    await world.token(device)
    await expect(world.token(device)).rejects.toThrow(InvalidGrantException)
  })

  test('is spent once, also by polls that come at the same time', async () => {
    const device = await approved('allow')
    const polls = await Promise.allSettled([1, 2, 3, 4].map(() => world.token(device)))
    const refusals = polls.flatMap((poll) => (poll.status === 'rejected' ? [poll.reason] : []))
    expect(refusals).toHaveLength(3)
    for (const refusal of refusals) expect(refusal).toBeInstanceOf(InvalidGrantException)
  })

  test('gives nothing when its person denies it', async () => {
    await expect(world.token(await approved('deny'))).rejects.toThrow(AccessDeniedException)
  })

  test('is over after ten minutes, allowed or not', async () => {
    const device = await world.device()
    const other = await approved('allow')
    await world.clock.advance(600_000)
    await expect(world.token(device)).rejects.toThrow(ExpiredTokenException)
    await expect(world.token(other)).rejects.toThrow(ExpiredTokenException)
    const browser = await world.signedIn()
    const page = await browser.go(device.verificationUriComplete)
    expect(page).toMatchObject({ status: 404, refusal: 'unknownCode' })
  })

  test('works for the client that it was given to and for no other', async () => {
    const device = await approved('allow')
    const thief = await world.register()
    await expect(world.token({ ...device, ...thief })).rejects.toThrow(InvalidGrantException)
    expect(await world.token(device)).toMatch(/^aoa/)
  })

  test('gives nothing once the session has ended in which it was allowed', async () => {
    const device = await world.device()
    const browser = await world.signedIn()
    await browser.submit(await browser.go(device.verificationUriComplete), { decision: 'allow' })
    const start = await browser.go(`${world.url}/start`)
    await browser.submit(start)
    await expect(world.token(device)).rejects.toThrow(InvalidGrantException)
  })

  test('that is not known is refused', async () => {
    const device = await world.device()
    await expect(world.token({ ...device, deviceCode: 'x' })).rejects.toThrow(InvalidGrantException)
  })
})

describe('polling', () => {
  test('faster than a second is told to slow down, from the third time on', async () => {
    const device = await world.device()
    const answers: string[] = []
    for (let poll = 0; poll < 6; poll++)
      answers.push(await world.token(device).catch(({ name }) => String(name)))
    const [first, second, ...rest] = answers
    expect([first, second]).toEqual(Array(2).fill('AuthorizationPendingException'))
    expect(rest).toContain('SlowDownException')
    await world.clock.advance(1_000)
    await expect(world.token(device)).rejects.toThrow(AuthorizationPendingException)
  })

  test('that waits leaves no record, a token leaves one without secrets', async () => {
    const device = await approved('allow')
    await world.token(device).then((token) => expect(token).toBeTruthy())
    const outcomes = (await world.journal()).filter(({ eventName }) => eventName === 'CreateToken')
    expect(
      outcomes.filter(({ errorCode }) => errorCode === 'AuthorizationPendingException'),
    ).toEqual([])
    const last = outcomes.findLast(({ errorCode }) => errorCode === undefined)
    const hidden = 'HIDDEN_DUE_TO_SECURITY_REASONS'
    expect(last).toMatchObject({
      account: world.instance.accountId,
      eventSource: 'sso.amazonaws.com',
      caller: {
        type: 'IdentityCenterUser',
        accountId: world.instance.accountId,
        onBehalfOf: {
          identityStoreArn: `arn:aws:identitystore::${world.instance.accountId}:identitystore/${world.instance.identityStoreId}`,
        },
      },
      requestParameters: {
        clientId: device.clientId,
        clientSecret: hidden,
        grantType: deviceGrant,
      },
      responseElements: { accessToken: hidden, tokenType: 'Bearer' },
      readOnly: false,
    })
  })
})

test('registering a client and starting leave a record of somebody unknown', async () => {
  await world.device()
  const outcomes = await world.journal()
  for (const eventName of ['RegisterClient', 'StartDeviceAuthorization']) {
    const outcome = outcomes.findLast((each) => each.eventName === eventName)
    expect(outcome).toMatchObject({
      account: world.instance.accountId,
      caller: { type: 'Unknown', accountId: world.instance.accountId },
      readOnly: false,
    })
    expect(JSON.stringify(outcome)).not.toMatch(/deviceCode|eyJhbGci/)
  }
})

async function approved(decision: 'allow' | 'deny') {
  const device = await world.device()
  const browser = await world.signedIn()
  await browser.submit(await browser.go(device.verificationUriComplete), { decision })
  return device
}
