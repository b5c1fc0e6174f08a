import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mostOpenCodes } from '#identity-center/clients/deviceAuthorizations.ts'
import { scopeOf, userCodes } from '#identity-center/state.ts'
import { startSandbox } from '#sandbox/index.ts'
import { createWorld, deviceGrant, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const client = { clientName: 'x', clientType: 'public' }
const suffix = ':http://internal.amazon.com/coral/com.amazonaws.sso.oidc/'

interface Refusal {
  readonly title: string
  readonly path: string
  readonly body: unknown
  readonly code: string
  readonly error: string
  readonly status?: number
  readonly says?: RegExp
}

const register = (title: string, more: object, code: string, error: string, says?: RegExp) => ({
  title,
  path: '/client/register',
  body: { ...client, ...more },
  code,
  error,
  ...(says && { says }),
})

const refusals: readonly Refusal[] = [
  register(
    'a confidential client',
    { clientType: 'confidential' },
    'InvalidClientMetadataException',
    'invalid_client_metadata',
  ),
  register(
    'a client without name',
    { clientName: '' },
    'InvalidClientMetadataException',
    'invalid_client_metadata',
  ),
  register(
    'a client with a name of more than 256 characters',
    { clientName: 'x'.repeat(257) },
    'InvalidClientMetadataException',
    'invalid_client_metadata',
  ),
  register(
    'a client that says nothing of its type',
    { clientType: undefined },
    'InvalidRequestException',
    'invalid_request',
    /clientType/,
  ),
  register(
    'the authorization code grant, by name, before anybody has signed in',
    { grantTypes: ['authorization_code', 'refresh_token'], redirectUris: ['http://127.0.0.1/x'] },
    'UnsupportedGrantTypeException',
    'unsupported_grant_type',
    /authorization_code is not implemented.*--use-device-code/,
  ),
  register(
    'the refresh grant',
    { grantTypes: [deviceGrant, 'refresh_token'] },
    'UnsupportedGrantTypeException',
    'unsupported_grant_type',
    /refresh_token is not implemented/,
  ),
  register(
    'a grant that nobody knows',
    { grantTypes: ['password'] },
    'UnsupportedGrantTypeException',
    'unsupported_grant_type',
  ),
  register(
    'redirect URIs',
    { redirectUris: ['http://127.0.0.1/x'] },
    'InvalidRedirectUriException',
    'invalid_redirect_uri',
  ),
  register(
    'a scope of another application',
    { scopes: ['x:y'] },
    'InvalidScopeException',
    'invalid_scope',
  ),
  register(
    'the start URL of another instance',
    { issuerUrl: 'https://d-0000000000.awsapps.com/start' },
    'InvalidRequestException',
    'invalid_request',
  ),
  register(
    'an application that is entitled',
    { entitledApplicationArn: 'arn:aws:sso::111111111111:application/ssoins-1/apl-1' },
    'InvalidRequestException',
    'invalid_request',
    /not implemented/,
  ),
  {
    title: 'a body that is no JSON',
    path: '/client/register',
    body: '{',
    code: 'InvalidRequestException',
    error: 'invalid_request',
  },
  {
    title: 'a name that is no text',
    path: '/client/register',
    body: { ...client, clientName: 7 },
    code: 'InvalidRequestException',
    error: 'invalid_request',
  },
  {
    title: 'a start without client',
    path: '/device_authorization',
    body: { startUrl: 'x' },
    code: 'InvalidRequestException',
    error: 'invalid_request',
    says: /clientId/,
  },
]

describe('the OIDC endpoint refuses', () => {
  test.each(refusals)('$title', async ({ path, body, code, error, status = 400, says }) => {
    const answer = await world.post(path, body)
    expect(answer).toMatchObject({ status, body: { error } })
    expect(answer.headers.get('x-amzn-errortype')).toBe(code + suffix)
    expect(answer.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/)
    const { error_description, message } = answer.body as Record<string, string>
    expect(error_description).toBeTruthy()
    expect(message).toBe(error_description)
    expect(message).toMatch(says ?? /./)
  })
})

describe('a client is refused with invalid_client', () => {
  const start = async (changed: object) => {
    const registered = await world.register()
    const startUrl = `${world.url}/start`
    return world.post('/device_authorization', { ...registered, startUrl, ...changed })
  }
  const refused = {
    status: 401,
    body: { error: 'invalid_client', error_description: 'Invalid client provided' },
  }

  test('that shows the secret of another', async () => {
    const other = await world.register()
    expect(await start({ clientSecret: other.clientSecret })).toMatchObject(refused)
  })

  test('that shows none', async () => {
    expect(await start({ clientSecret: '' })).toMatchObject(refused)
    expect(await start({ clientSecret: '..' })).toMatchObject(refused)
  })

  test('that is not known at the token endpoint either', async () => {
    const body = { clientId: 'x', clientSecret: 'y', grantType: deviceGrant, deviceCode: 'z' }
    expect(await world.post('/token', body)).toMatchObject(refused)
  })

  test('whose registration of ninety days is over', async () => {
    const registered = await world.register()
    await world.clock.advance(90 * 24 * 3_600_000)
    const body = { ...registered, startUrl: `${world.url}/start` }
    expect(await world.post('/device_authorization', body)).toMatchObject(refused)
  })
})

describe('the start URL', () => {
  const start = async (startUrl: string) =>
    world.post('/device_authorization', { ...(await world.register()), startUrl })

  test('is taken in every form in which clients are configured with it', async () => {
    const { identityStoreId, instanceId } = world.instance
    for (const startUrl of [
      `https://${identityStoreId}.awsapps.com/start`,
      `https://${identityStoreId}.awsapps.com/start/`,
      `https://${identityStoreId}.awsapps.com/start#/`,
      `https://identitycenter.amazonaws.com/${instanceId}`,
      `${world.url}/start`,
    ])
      expect(await start(startUrl)).toMatchObject({ status: 200 })
  })

  test('of another instance is refused', async () => {
    for (const startUrl of ['https://d-0000000000.awsapps.com/start', 'x', `${world.url}/`])
      expect(await start(startUrl)).toMatchObject({
        status: 400,
        body: { error: 'invalid_request', error_description: 'Invalid startUrl provided' },
      })
  })
})

describe('CreateToken', () => {
  test.each([
    ['authorization_code', /authorization_code is not implemented/],
    ['refresh_token', /refresh_token is not implemented/],
    ['password', /Unsupported grant type/],
  ])('refuses the grant %s', async (grantType, says) => {
    const answer = await world.post('/token', {
      ...(await world.register()),
      grantType,
      code: 'x',
      refreshToken: 'x',
    })
    expect(answer).toMatchObject({ status: 400, body: { error: 'unsupported_grant_type' } })
    expect(answer.body['error_description']).toMatch(says)
  })

  test('refuses the device code grant without device code', async () => {
    const body = { ...(await world.register()), grantType: deviceGrant }
    expect(await world.post('/token', body)).toMatchObject({
      status: 400,
      body: { error: 'invalid_request' },
    })
  })
})

test('an operation of the real API that is not here is refused by name', async () => {
  const answer = await world.post('/token?aws_iam=t', {})
  expect(answer.status).toBe(501)
  expect(answer.headers.get('x-amzn-errortype')).toMatch(/^NotImplemented/)
  expect(answer.body['message']).toContain('CreateTokenWithIAM')
})

test('a path of no API is refused', async () => {
  expect((await world.post('/nowhere', {})).status).toBe(404)
})

test('only so many codes wait for a person at one time', async () => {
  const registered = await world.register()
  const { instance, store, clock } = world
  await store.write([instance.accountId], async (tx) => {
    for (let i = 0; i < mostOpenCodes; i++)
      await tx.put(userCodes, scopeOf(instance), `full-${i}`, 'key', {
        expiresAt: clock.now() + 1_000,
      })
  })
  const start = () =>
    world.post('/device_authorization', { ...registered, startUrl: `${world.url}/start` })
  expect(await start()).toMatchObject({ status: 400, body: { error: 'slow_down' } })
  await clock.advance(1_000)
  expect(await start()).toMatchObject({ status: 200 })
})

test('without an Identity Center in the seed, clients and people are told so', async () => {
  const empty = await startSandbox({ seed: { accounts: [{ id: '111111111111', name: 'one' }] } })
  try {
    const url = empty.endpoints['identity-center']!
    const answer = await fetch(`${url}/client/register`, {
      method: 'POST',
      body: JSON.stringify(client),
    })
    expect(await answer.json()).toMatchObject({
      error: 'invalid_request',
      error_description: expect.stringContaining('no Identity Center'),
    })
    for (const path of ['/start', '/device', '/platform/saml/metadata'])
      expect((await fetch(url + path)).status).toBe(404)
  } finally {
    await empty.close()
  }
})
