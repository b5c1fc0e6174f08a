import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { consumerUrlOf, entityIdOf } from '#identity-center/instance.ts'
import { portalSessions, scopeOf, usedAssertions } from '#identity-center/state.ts'
import { readAuthnRequest } from '#kernel/saml/authnRequest.ts'
import { decodePost, encodePost } from '#kernel/saml/postBinding.ts'
import { decodeRedirect } from '#kernel/saml/redirectBinding.ts'
import { buildResponse, type ResponseClaims } from '#kernel/saml/response.ts'
import { signResponse } from '#kernel/saml/sign.ts'
import { createSigningIdentity } from '#kernel/saml/signingIdentity.ts'
import { readSpMetadata } from '#kernel/saml/spMetadata.ts'
import { type Browser, createBrowser, type Page } from './browser.ts'
import { createWorld, signIn, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const ana = { userName: 'ana@example.com', password: 'hopscope' }
const minute = 60_000

/** A browser before the form that posts the Response, as the identity provider sent it. */
async function beforePosting(): Promise<{ browser: Browser; posting: Page; requestId: string }> {
  const browser = createBrowser()
  const login = await browser.go(`${world.url}/start`)
  const request = new URL(login.url).searchParams.get('SAMLRequest')!
  const posting = await browser.submit(login, ana)
  return { browser, posting, requestId: readAuthnRequest(decodeRedirect(request)).id }
}

/** A Response that the identity provider could have signed, and signs. */
async function response(requestId: string | undefined, changed: Partial<ResponseClaims> = {}) {
  const now = world.clock.now()
  const claims: ResponseClaims = {
    responseId: '_r',
    assertionId: `_a${world.services.ids.hex(20)}`,
    issuer: `${world.endpoints['idp']}/metadata`,
    issueInstant: now,
    recipient: consumerUrlOf(world.instance, world.url),
    inResponseTo: requestId,
    audience: entityIdOf(world.instance),
    nameId: 'ana@example.com',
    notBefore: now,
    notOnOrAfter: now + 5 * minute,
    authnInstant: now,
    ...changed,
  }
  return encodePost(signResponse(buildResponse(claims), await world.idpIdentity(), 'Assertion'))
}

const sessions = async () =>
  (await world.store.list(portalSessions, scopeOf(world.instance))).length

async function refusedWith(check: string, posted: () => Promise<Page>): Promise<Page> {
  const before = await sessions()
  const page = await posted()
  expect(page).toMatchObject({ status: 403, refusal: check })
  expect(page.headers.getSetCookie()).toEqual([])
  expect(await sessions()).toBe(before)
  return page
}

describe('signing in', () => {
  test('asks the identity provider by HTTP-Redirect, in the name and for the address of its metadata', async () => {
    const metadata = await fetch(`${world.url}/platform/saml/metadata`)
    expect(metadata.headers.get('content-type')).toMatch(/^application\/samlmetadata\+xml/)
    const sp = readSpMetadata(await metadata.text())
    const page = await createBrowser().fetch(`${world.url}/start`)
    expect(page.status).toBe(302)
    const location = new URL(page.headers.get('location')!)
    expect(location.origin + location.pathname).toBe(`${world.endpoints['idp']}/saml/sso`)
    const request = readAuthnRequest(decodeRedirect(location.searchParams.get('SAMLRequest')!))
    expect(request).toMatchObject({
      issuer: sp.entityId,
      acsUrl: sp.acsUrls[0],
      destination: `${world.endpoints['idp']}/saml/sso`,
    })
    expect(sp.entityId).toBe(
      `https://us-east-1.signin.aws.amazon.com/platform/saml/${world.instance.identityStoreId}`,
    )
    expect(location.searchParams.get('RelayState')).toMatch(/^[\w-]{32}$/)
  })

  test('ends at the portal with a session of eight hours, and a cookie that scripts and other sites do not get', async () => {
    const browser = createBrowser()
    const page = await signIn(browser, `${world.url}/start`)
    expect(page).toMatchObject({ status: 200, url: `${world.url}/start` })
    for (const shown of ['Ana Soler', 'workloads', '222222222222', 'BucketCreator', '2 h'])
      expect(page.body).toContain(shown)
    const header = browser.setCookies.find((each) => each.startsWith('hopscope_portal='))!
    expect(header.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax'])
    const signInCookie = browser.setCookies.find((each) =>
      each.startsWith('hopscope_portal_signin='),
    )
    expect(signInCookie).toMatch(/HttpOnly; SameSite=Lax/)
    await world.clock.advance(8 * 60 * minute)
    expect((await browser.fetch(`${world.url}/start`)).status).toBe(302)
  })

  test('keeps no cookie in the store', async () => {
    const browser = await world.signedIn()
    const stored = [...world.store.dump()].map((entry) => JSON.stringify(entry)).join()
    expect(stored).not.toContain(browser.cookies.get('hopscope_portal'))
  })

  test('leaves one event of the workforce user', async () => {
    await world.signedIn()
    const outcome = (await world.journal()).findLast(
      (each) => each.eventName === 'UserAuthentication',
    )
    expect(outcome).toMatchObject({
      eventSource: 'signin.amazonaws.com',
      eventType: 'AwsServiceEvent',
      account: '111111111111',
      region: 'us-east-1',
      readOnly: false,
      requestParameters: null,
      responseElements: null,
      caller: { type: 'IdentityCenterUser', onBehalfOf: { userId: expect.any(String) } },
      additional: {
        CredentialType: 'EXTERNAL_IDP',
        UserName: 'ana@example.com',
        LoginTo: `https://${world.instance.identityStoreId}.awsapps.com/start/`,
      },
      serviceEventDetails: { UserAuthentication: 'Success' },
    })
  })

  test('is explained check by check', async () => {
    await world.signedIn()
    const found = world.findings('saml').at(-1)!
    expect(found).toMatchObject({ passed: true, subject: 'ana@example.com' })
    const checks = (found['checks'] as { check: string; passed: boolean }[]).map(
      ({ check }) => check,
    )
    expect(checks).toEqual([
      'replay',
      'issueInstant',
      'destination',
      'inResponseTo',
      'recipient',
      'audience',
      'notBefore',
      'notOnOrAfter',
      'browser',
      'user',
      'sessionNotOnOrAfter',
    ])
  })

  test('in two tabs at once works in both', async () => {
    const browser = createBrowser()
    const [first, second] = [
      await browser.go(`${world.url}/start`),
      await browser.go(`${world.url}/device`),
    ]
    const firstPosting = await browser.submit(first, ana)
    const secondPosting = await browser.go(second.url)
    expect((await browser.submit(secondPosting)).url).toBe(`${world.url}/device?user_code=`)
    expect((await browser.submit(firstPosting)).url).toBe(`${world.url}/start`)
  })

  test('may begin at the identity provider, and then ends at the portal', async () => {
    const browser = createBrowser()
    const sp = encodeURIComponent(entityIdOf(world.instance))
    const login = await browser.go(`${world.endpoints['idp']}/saml/start?sp=${sp}`)
    const page = await browser.submit(await browser.submit(login, ana))
    expect(page).toMatchObject({ status: 200, url: `${world.url}/start` })
  })

  test('lasts no longer than the session at the identity provider', async () => {
    const { browser, posting, requestId } = await beforePosting()
    const ends = world.clock.now() + 30 * minute
    const SAMLResponse = await response(requestId, { sessionNotOnOrAfter: ends })
    expect((await browser.submit(posting, { SAMLResponse })).status).toBe(200)
    await world.clock.advance(30 * minute)
    expect((await browser.fetch(`${world.url}/start`)).status).toBe(302)
  })
})

describe('the assertion consumer refuses', () => {
  test('an assertion that was changed, and names the digest', async () => {
    const { browser, posting } = await beforePosting()
    const xml = decodePost(posting.fields['SAMLResponse']!).toString()
    const SAMLResponse = encodePost(xml.replaceAll('ana@example.com', 'luis@example.com'))
    const page = await refusedWith('digest', () => browser.submit(posting, { SAMLResponse }))
    expect(page.body).toContain('Your request could not be completed')
    expect(world.findings('saml').at(-1)).toMatchObject({ passed: false, failed: 'digest' })
  })

  test('an assertion that somebody else signed under the name of the identity provider', async () => {
    const { browser, posting, requestId } = await beforePosting()
    const attacker = await createSigningIdentity({
      commonName: 'attacker',
      ids: world.services.ids,
      clock: world.clock,
    })
    const now = world.clock.now()
    const xml = buildResponse({
      responseId: '_r',
      assertionId: '_a',
      issuer: `${world.endpoints['idp']}/metadata`,
      issueInstant: now,
      recipient: consumerUrlOf(world.instance, world.url),
      inResponseTo: requestId,
      audience: entityIdOf(world.instance),
      nameId: 'ana@example.com',
      notBefore: now,
      notOnOrAfter: now + minute,
      authnInstant: now,
    })
    const SAMLResponse = encodePost(signResponse(xml, attacker, 'Assertion'))
    await refusedWith('signature', () => browser.submit(posting, { SAMLResponse }))
  })

  test('the same assertion a second time', async () => {
    const { browser, posting } = await beforePosting()
    expect((await browser.submit(posting)).status).toBe(200)
    await refusedWith('replay', () => browser.submit(posting))
    await refusedWith('replay', () => createBrowser().submit(posting))
  })

  test('one of several equal posts only: the same assertion opens one session', async () => {
    const { browser, posting } = await beforePosting()
    const before = await sessions()
    const pages = await Promise.all([1, 2, 3].map(() => browser.submit(posting)))
    expect(pages.map(({ status }) => status).sort()).toEqual([200, 403, 403])
    expect(await sessions()).toBe(before + 1)
  })

  test('an assertion whose sign-in was begun in another browser', async () => {
    const { posting } = await beforePosting()
    await refusedWith('browser', () => createBrowser().submit(posting))
    const other = createBrowser()
    await other.go(`${world.url}/start`)
    await refusedWith('browser', () => other.submit(posting))
  })

  test('an answer to a sign-in of more than ten minutes ago', async () => {
    const { browser, posting, requestId } = await beforePosting()
    await world.clock.advance(10 * minute)
    const SAMLResponse = await response(requestId)
    await refusedWith('inResponseTo', () => browser.submit(posting, { SAMLResponse }))
  })

  test('an assertion past its end, allowing three minutes between the clocks', async () => {
    const { browser, posting } = await beforePosting()
    await world.clock.advance(8 * minute + 1_000)
    await refusedWith('notOnOrAfter', () => browser.submit(posting))
  })

  const answering: readonly (readonly [string, string, (requestId: string) => Promise<string>])[] =
    [
      ['another request', 'inResponseTo', () => response('_another')],
      ['no request, where one was made', 'inResponseTo', () => response(undefined)],
      [
        'for another service provider',
        'audience',
        (id) => response(id, { audience: 'https://other.example.com' }),
      ],
      [
        'for another address',
        'destination',
        (id) => response(id, { recipient: `${world.url}/platform/saml/acs/other` }),
      ],
      [
        'from another issuer',
        'issuer',
        (id) => response(id, { issuer: 'https://evil.example.com' }),
      ],
      [
        'of the future',
        'issueInstant',
        (id) => response(id, { issueInstant: world.clock.now() + 4 * minute }),
      ],
      [
        'that does not hold yet',
        'notBefore',
        (id) => response(id, { notBefore: world.clock.now() + 4 * minute }),
      ],
      [
        'for a user who is not in the identity store',
        'user',
        (id) => response(id, { nameId: 'eve@x' }),
      ],
      [
        'of a session that is over',
        'sessionNotOnOrAfter',
        (id) => response(id, { sessionNotOnOrAfter: world.clock.now() }),
      ],
    ]
  test.each(answering)('an assertion %s', async (_title, check, make) => {
    const { browser, posting, requestId } = await beforePosting()
    const SAMLResponse = await make(requestId)
    await refusedWith(check, () => browser.submit(posting, { SAMLResponse }))
    // What is refused uses nothing up: the person's own Response still works.
    expect((await browser.submit(posting)).status).toBe(200)
  })

  test('a user who is disabled, by name', async () => {
    const { browser, posting } = await beforePosting()
    await world.setEnabled('ana@example.com', false)
    try {
      const page = await refusedWith('user', () => browser.submit(posting))
      expect(page.body).toContain('the user is disabled')
    } finally {
      await world.setEnabled('ana@example.com', true)
    }
  })

  test.each([
    ['nothing', ''],
    ['what is no base64', '%%%'],
    ['what is no XML', encodePost('hello')],
    ['a DOCTYPE', encodePost('<!DOCTYPE x><x/>')],
  ])('%s', async (_title, SAMLResponse) => {
    const { browser, posting } = await beforePosting()
    const page = await browser.submit(posting, { SAMLResponse })
    expect(page.status).toBe(403)
    expect(page.refusal).toMatch(/^(encoding|wellFormed|doctype)$/)
  })

  test('an address that is not of this instance', async () => {
    const browser = createBrowser()
    const page = await browser.fetch(`${world.url}/platform/saml/acs/other`, { SAMLResponse: 'x' })
    expect(page.status).toBe(404)
  })

  test('and records why, with the name of the user only where it is proved and exists', async () => {
    const { browser, posting, requestId } = await beforePosting()
    const unknown = await response(requestId, { nameId: 'my-password' })
    await browser.submit(posting, { SAMLResponse: unknown })
    const wrong = await response(requestId, { audience: 'https://other.example.com' })
    await browser.submit(posting, { SAMLResponse: wrong })
    const outcomes = (await world.journal()).slice(-2)
    expect(outcomes).toMatchObject([
      {
        eventName: 'ExternalIdPDirectoryLogin',
        errorMessage: 'user: no user has this name',
        caller: { type: 'Unknown', accountId: '111111111111' },
        additional: { UserName: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
        serviceEventDetails: { ExternalIdPDirectoryLogin: 'Failure' },
      },
      {
        errorMessage: 'audience: the assertion is for another audience',
        caller: { type: 'Unknown', onBehalfOf: { userId: expect.any(String) } },
        additional: { UserName: 'ana@example.com' },
      },
    ])
    expect(JSON.stringify(outcomes)).not.toContain('my-password')
  })
})

describe('no address that comes in leads a person elsewhere', () => {
  test('a RelayState of somebody else is no destination', async () => {
    const browser = createBrowser()
    const SAMLResponse = await response(undefined)
    const page = await browser.fetch(consumerUrlOf(world.instance, world.url), {
      SAMLResponse,
      RelayState: 'https://evil.example.com/',
    })
    expect(page.status).toBe(303)
    expect(page.headers.get('location')).toBe('/start')
  })

  test('a user code that is an address is not carried along', async () => {
    const browser = createBrowser()
    const evil = encodeURIComponent('//evil.example.com')
    const page = await signIn(browser, `${world.url}/device?user_code=${evil}`)
    expect(page.url).toBe(`${world.url}/device?user_code=`)
    expect(browser.visited.every((url) => new URL(url).hostname === '127.0.0.1')).toBe(true)
  })
})

test('used assertions are forgotten when nobody could use them any more', async () => {
  await world.signedIn()
  expect(await world.store.list(usedAssertions, scopeOf(world.instance))).not.toEqual([])
  await world.clock.advance(20 * minute)
  expect(await world.store.list(usedAssertions, scopeOf(world.instance))).toEqual([])
})

test('without identity provider nobody can sign in, and is told so', async () => {
  const lonely = await createWorld()
  try {
    await lonely.services.stop('idp')
    const page = await createBrowser().fetch(`${lonely.url}/start`)
    expect(page).toMatchObject({ status: 503, refusal: 'unavailable' })
  } finally {
    await lonely.close()
  }
})
