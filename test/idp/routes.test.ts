import supertest from 'supertest'
import { describe, expect, test } from 'vitest'
import { scope, userKey, users } from '#idp/state.ts'
import { checkAssertion } from '#kernel/saml/checkAssertion.ts'
import { readIdpMetadata } from '#kernel/saml/idpMetadata.ts'
import { bindings } from '#kernel/saml/names.ts'
import { decodePost, encodePost } from '#kernel/saml/postBinding.ts'
import { SamlRefusal } from '#kernel/saml/SamlRefusal.ts'
import { verifyResponse } from '#kernel/saml/verifyResponse.ts'
import {
  authnRequest,
  baseUrl,
  browser,
  type Company,
  codeAt,
  company,
  identity,
  type Page,
  sp,
  ssoUrl,
} from './company.ts'

const ana = { userName: 'ana@example.com', password: 'hopscope' }
const eva = { userName: 'eva@example.com', password: 'hopscope' }
const issuer = `${baseUrl}/metadata`

const trust = async () => ({ issuer, certificates: [(await identity).certificatePem] })

/** What the service provider makes of the page that the browser would post to it. */
async function received({ clock }: Company, page: Page, inResponseTo: string | null = '_request') {
  expect(page.action).toBe(sp.acsUrl)
  const assertion = verifyResponse(decodePost(page.fields['SAMLResponse']!), await trust())
  checkAssertion(assertion, {
    now: clock.now(),
    skewMs: 0,
    audience: [sp.entityId],
    recipient: sp.acsUrl,
    inResponseTo,
  })
  return assertion
}

const hasResponse = (page: Page) => 'SAMLResponse' in page.fields

describe('metadata', () => {
  test('names the entity, its certificate and both ways to ask', async () => {
    const { app } = await company()
    const answer = await supertest(app.server).get('/metadata').buffer().responseType('blob')
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('application/samlmetadata+xml; charset=utf-8')
    expect(readIdpMetadata(answer.body)).toEqual({
      entityId: issuer,
      company: 'Almadía',
      certificates: [(await identity).certificateBase64],
      singleSignOn: [
        { binding: bindings.redirect, location: ssoUrl },
        { binding: bindings.post, location: ssoUrl },
      ],
    })
  })

  test('keeps its certificate for as long as the identity provider runs', async () => {
    const { app } = await company({ signingIdentity: undefined })
    const [one, two] = [await app.inject('/metadata'), await app.inject('/metadata')]
    expect(one.body).toBe(two.body)
  })
})

describe('signing in', () => {
  test.each(['arrive', 'arriveByPost'] as const)(
    'by %s ends with an Assertion that the service provider accepts',
    async (arrive) => {
      const it = await company()
      const tab = browser(it.app)
      const page = await tab.submit(await tab[arrive](await authnRequest(), 'state'), ana)
      expect(page.status).toBe(200)
      expect(page.fields['RelayState']).toBe('state')
      const assertion = await received(it, page)
      expect(assertion).toMatchObject({
        nameId: 'ana@example.com',
        nameIdFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
        signedElement: 'Assertion',
        authnContext: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
        authnInstant: it.clock.now(),
        sessionNotOnOrAfter: it.clock.now() + 8 * 3_600_000,
      })
      expect(Object.fromEntries(assertion.attributes)).toEqual({
        email: ['ana@example.com'],
        givenName: ['Ana'],
        familyName: ['Ruiz'],
        groups: ['builders'],
      })
    },
  )

  test('names every Response and Assertion anew', async () => {
    const it = await company()
    const tab = browser(it.app)
    const first = await received(it, await tab.submit(await tab.arrive(), ana))
    const second = await received(it, await tab.arrive())
    expect(second.assertionId).not.toBe(first.assertionId)
    expect(second.responseId).not.toBe(first.responseId)
    expect(second.sessionIndex).toBe(first.sessionIndex)
  })

  test('works over a socket, as browsers do it', async () => {
    const { app } = await company()
    const agent = supertest.agent(app.server)
    const form = await agent
      .post('/saml/sso')
      .type('form')
      .send({ SAMLRequest: encodePost(await authnRequest()) })
    const csrf = form.text.match(/name="csrf" value="([^"]*)"/)![1]
    const page = await agent
      .post('/login')
      .type('form')
      .send({ ...ana, csrf, SAMLRequest: encodePost(await authnRequest()) })
    expect(page.status).toBe(200)
    expect(page.text).toContain('name="SAMLResponse"')
  })

  test.each([
    ['another site', 'https://evil.example', 403],
    ['a page of another port', 'http://127.0.0.1:1', 403],
    ['a page without origin', 'null', 403],
    ['its own page', 'own', 200],
  ])('takes the form from %s or not, with the right token', async (_, from, status) => {
    const { app } = await company()
    const agent = supertest.agent(app.server)
    const SAMLRequest = encodePost(await authnRequest())
    const form = await agent.post('/saml/sso').type('form').send({ SAMLRequest })
    const csrf = form.text.match(/name="csrf" value="([^"]*)"/)![1]
    const page = await agent
      .post('/login')
      .set({ host: '127.0.0.1:4570', origin: from === 'own' ? baseUrl : from })
      .type('form')
      .send({ ...ana, csrf, SAMLRequest })
    expect(page.status).toBe(status)
    expect(page.text.includes('name="SAMLResponse"')).toBe(status === 200)
  })

  test('asks a person with an authenticator app for the code, and says so in the Assertion', async () => {
    const it = await company()
    const tab = browser(it.app)
    const second = await tab.submit(await tab.arrive(), eva)
    expect(second.status).toBe(200)
    expect(hasResponse(second)).toBe(false)
    expect(second.body).toContain('name="totp"')
    expect(second.body).not.toContain('type="password"')
    const page = await tab.submit(second, { totp: codeAt(it.clock.now()) })
    expect((await received(it, page)).authnContext).toBe(
      'urn:oasis:names:tc:SAML:2.0:ac:classes:TimeSyncToken',
    )
    expect(tab.jar.has('hopscope_idp_challenge')).toBe(false)
  })

  test('takes name, password and code in one form as well', async () => {
    const it = await company()
    const tab = browser(it.app)
    const page = await tab.submit(await tab.arrive(), { ...eva, totp: codeAt(it.clock.now()) })
    expect((await received(it, page)).nameId).toBe('eva@example.com')
  })

  test('shows the code page again after a wrong code, and the next code is enough', async () => {
    const it = await company()
    const tab = browser(it.app)
    const again = await tab.submit(await tab.arrive(), {
      ...eva,
      totp: codeAt(it.clock.now() - 120_000),
    })
    expect(again).toMatchObject({ status: 403, refusal: 'codeStale' })
    const page = await tab.submit(again, { totp: codeAt(it.clock.now()) })
    expect((await received(it, page)).nameId).toBe('eva@example.com')
  })

  test('refuses a code that was used (reuse-totp)', async () => {
    const it = await company()
    const totp = codeAt(it.clock.now())
    const first = browser(it.app)
    expect(hasResponse(await first.submit(await first.arrive(), { ...eva, totp }))).toBe(true)
    const second = browser(it.app)
    const refused = await second.submit(await second.arrive(), { ...eva, totp })
    expect(refused).toMatchObject({ status: 403, refusal: 'codeUsed' })
    expect(hasResponse(refused)).toBe(false)
  })

  test('gives one answer, byte by byte, to a wrong password and to an unknown user', async () => {
    const { app } = await company()
    const answerTo = async (userName: string) => {
      const tab = browser(app)
      const page = await tab.submit(await tab.arrive(), { userName, password: 'wrong' })
      expect(page).toMatchObject({ status: 403, refusal: 'credentials' })
      return page.body.replaceAll(userName, 'NAME').replace(page.fields['csrf']!, 'CSRF')
    }
    expect(await answerTo('ana@example.com')).toBe(await answerTo('nobody@example.com'))
  })

  test('is locked after five guesses (guess-password), with the seconds to wait', async () => {
    const it = await company()
    const tab = browser(it.app)
    const form = await tab.arrive()
    for (let i = 0; i < 5; i++) await tab.submit(form, { ...ana, password: `guess ${i}` })
    const locked = await tab.submit(form, ana)
    expect(locked).toMatchObject({ status: 429, refusal: 'locked' })
    expect(locked.headers['retry-after']).toBe('30')
    expect(hasResponse(locked)).toBe(false)
    await it.clock.advance(30_000)
    expect(hasResponse(await tab.submit(form, ana))).toBe(true)
  })

  test('puts what was typed back as text, never as markup, and the password not at all', async () => {
    const { app } = await company()
    const tab = browser(app)
    const userName = '"><script>alert(1)</script>'
    const page = await tab.submit(await tab.arrive(), { userName, password: 'pass & word' })
    expect(page.body).toContain('&quot;&gt;&lt;script&gt;alert(1)')
    expect(page.body).not.toContain('<script')
    expect(page.body).not.toContain('pass &amp; word')
  })

  test.each([
    ['a user name of megabytes', { userName: 'a'.repeat(300), password: 'x' }, 400],
    ['a form of megabytes', { userName: 'a', password: 'x'.repeat(600_000) }, 413],
  ])('refuses %s', async (_what, filled, status) => {
    const { app } = await company()
    const tab = browser(app)
    expect((await tab.submit(await tab.arrive(), filled)).status).toBe(status)
  })

  test('does not fail on a password with NUL, or on none', async () => {
    const { app } = await company()
    const tab = browser(app)
    const form = await tab.arrive()
    for (const filled of [
      { userName: 'ana@example.com', password: '\u0000' },
      { userName: '' },
      { userName: '\u0000', password: 'x' },
    ])
      expect((await tab.submit(form, filled)).status).toBe(403)
  })
})

describe('a form that is not ours', async () => {
  const login = { ...ana, SAMLRequest: encodePost(await authnRequest()) }

  test('without token is refused, though the password is right', async () => {
    const { app, events } = await company()
    const tab = browser(app)
    await tab.arrive()
    const page = await tab.post('/login', login)
    expect(page).toMatchObject({ status: 403, refusal: 'form' })
    expect(hasResponse(page)).toBe(false)
    expect(events).toEqual([])
  })

  test('with a token of another browser is refused (login CSRF)', async () => {
    const { app } = await company()
    const attackers = await browser(app).arrive()
    const victim = browser(app)
    await victim.arrive()
    expect(await victim.submit(attackers, ana)).toMatchObject({ status: 403, refusal: 'form' })
  })

  test('in a browser without our cookie is refused, and the new page works', async () => {
    const { app } = await company()
    const form = await browser(app).arrive()
    const tab = browser(app)
    const again = await tab.submit(form, ana)
    expect(again).toMatchObject({ status: 403, refusal: 'form' })
    expect(hasResponse(await tab.submit(again, ana))).toBe(true)
  })

  test('cannot sign anybody out', async () => {
    const { app } = await company()
    const tab = browser(app)
    await tab.submit(await tab.arrive(), ana)
    expect((await tab.post('/logout', {})).status).toBe(403)
    expect(hasResponse(await tab.arrive())).toBe(true)
  })
})

describe('single sign-on', () => {
  async function signedIn(it: Company) {
    const tab = browser(it.app)
    await tab.submit(await tab.arrive(), ana)
    return tab
  }

  test('answers the next request at once, with the time of the sign-in', async () => {
    const it = await company()
    const tab = await signedIn(it)
    const signedInAt = it.clock.now()
    await it.clock.advance(60_000)
    const assertion = await received(it, await tab.arrive())
    expect(assertion).toMatchObject({ authnInstant: signedInAt, issueInstant: signedInAt + 60_000 })
  })

  test('asks again where the service provider forces it (ForceAuthn)', async () => {
    const it = await company()
    const tab = await signedIn(it)
    const page = await tab.arrive(await authnRequest({ forceAuthn: true }))
    expect(hasResponse(page)).toBe(false)
    expect(hasResponse(await tab.submit(page, ana))).toBe(true)
  })

  test('ends with the session, by the sandbox’s clock', async () => {
    const it = await company()
    const tab = await signedIn(it)
    await it.clock.advance(8 * 3_600_000)
    expect(hasResponse(await tab.arrive())).toBe(false)
  })

  test('ends when the user is disabled (disabled-user)', async () => {
    const it = await company()
    const tab = await signedIn(it)
    await it.store.write([''], async (tx) => {
      const key = userKey('ana@example.com')
      const { value } = (await tx.get(users, scope, key))!
      await tx.put(users, scope, key, { ...value, enabled: false })
    })
    expect(hasResponse(await tab.arrive())).toBe(false)
  })

  test('gives every sign-in a session of its own: an old cookie is not taken over (fixation)', async () => {
    const { app } = await company()
    const tab = browser(app)
    tab.jar.set('hopscope_idp', 'chosen by an attacker')
    await tab.submit(await tab.arrive(), ana)
    expect(tab.jar.get('hopscope_idp')).not.toBe('chosen by an attacker')
  })

  test('tells a service provider that may not ask why nobody was signed in (IsPassive)', async () => {
    const it = await company()
    const page = await browser(it.app).arrive(await authnRequest({ isPassive: true }))
    const xml = decodePost(page.fields['SAMLResponse']!)
    expect(page.action).toBe(sp.acsUrl)
    const known = await trust()
    expect(() => verifyResponse(xml, known)).toThrowError(
      expect.objectContaining({
        check: 'status',
        detail: expect.objectContaining({
          because: 'urn:oasis:names:tc:SAML:2.0:status:NoPassive',
        }),
      }),
    )
    expect(page.body).not.toContain('You are signed in')
    expect(() => verifyResponse(xml, known)).toThrow(SamlRefusal)
  })

  test('answers IsPassive with an Assertion where a session is open', async () => {
    const it = await company()
    const tab = await signedIn(it)
    expect(
      (await received(it, await tab.arrive(await authnRequest({ isPassive: true })))).nameId,
    ).toBe('ana@example.com')
  })

  test('refuses a kind of name that it does not issue', async () => {
    const it = await company()
    const tab = await signedIn(it)
    const page = await tab.arrive(
      await authnRequest({ nameIdFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent' }),
    )
    const xml = decodePost(page.fields['SAMLResponse']!).toString()
    expect(xml).toContain('status:InvalidNameIDPolicy')
    expect(xml).not.toContain('ana@example.com')
  })
})

describe('a request that ends on an error page', async () => {
  const evil = 'http://evil.example/acs'

  test.each([
    [
      'of an unknown service provider',
      await authnRequest({ issuer: 'urn:unknown' }),
      'unknownServiceProvider',
    ],
    ['with a foreign address (foreign-acs)', await authnRequest({ acsUrl: evil }), 'foreignAcs'],
    [
      'with an address that begins like a known one',
      await authnRequest({ acsUrl: `${sp.acsUrl}.evil.example` }),
      'foreignAcs',
    ],
    [
      'with a known address in capitals',
      await authnRequest({ acsUrl: sp.acsUrl.toUpperCase() }),
      'foreignAcs',
    ],
    [
      'meant for another identity provider',
      await authnRequest({ destination: 'http://other.example/sso' }),
      'otherDestination',
    ],
    ['that is another message', '<a/>', 'badRequest'],
    ['with a DOCTYPE', `<!DOCTYPE a>${await authnRequest()}`, 'badRequest'],
    ['of megabytes', `<a>${'x'.repeat(300_000)}</a>`, 'badRequest'],
  ])(
    '%s gets 400 by either binding and is sent nowhere, session or not',
    async (_what, xml, refusal) => {
      const { app } = await company()
      const tab = browser(app)
      for (const signedIn of [false, true]) {
        if (signedIn) await tab.submit(await tab.arrive(), ana)
        for (const page of [await tab.arrive(xml), await tab.arriveByPost(xml)]) {
          expect(page).toMatchObject({ status: 400, refusal })
          expect(page.headers['location']).toBeUndefined()
          expect(page.action).toBeUndefined()
          expect(page.body).not.toContain('href="http')
          expect(page.headers['content-security-policy']).not.toContain('evil')
        }
      }
    },
  )

  test('is not talked into a foreign address by the login form either', async () => {
    const { app } = await company()
    const tab = browser(app)
    const form = await tab.arrive()
    const page = await tab.submit(form, {
      ...ana,
      SAMLRequest: encodePost(await authnRequest({ acsUrl: evil })),
    })
    expect(page).toMatchObject({ status: 400, refusal: 'foreignAcs' })
  })

  test.each([
    ['nothing', '/saml/sso'],
    ['no base64', '/saml/sso?SAMLRequest=%25%25'],
    ['no deflate', `/saml/sso?SAMLRequest=${encodeURIComponent(encodePost('<a/>'))}`],
    ['a parameter twice', '/saml/sso?SAMLRequest=a&SAMLRequest=b'],
    ['an unknown service provider to start with', '/saml/start?sp=urn:unknown'],
  ])('with %s is refused', async (_what, url) => {
    const { app } = await company()
    expect((await browser(app).get(url)).status).toBe(400)
  })

  test('with a RelayState of kilobytes is refused', async () => {
    const { app } = await company()
    expect(await browser(app).arrive(await authnRequest(), 'x'.repeat(1025))).toMatchObject({
      status: 400,
      refusal: 'badRequest',
    })
  })

  test('shows what it found as text', async () => {
    const { app } = await company()
    const page = await browser(app).arrive(
      await authnRequest({ issuer: '<script>alert(1)</script>' }),
    )
    expect(page.body).toContain('&lt;script&gt;')
    expect(page.body).not.toContain('<script')
  })
})

describe('service providers', () => {
  test('with several addresses get the answer where they asked for it, or at the first', async () => {
    const second = { ...sp, acsUrl: 'http://127.0.0.1:4571/platform/saml/acs/2' }
    const { app } = await company({ serviceProviders: () => [sp, second] })
    const tab = browser(app)
    await tab.submit(await tab.arrive(), ana)
    expect((await tab.arrive(await authnRequest({ acsUrl: second.acsUrl }))).action).toBe(
      second.acsUrl,
    )
    expect((await tab.arrive(await authnRequest({ acsUrl: undefined }))).action).toBe(sp.acsUrl)
  })

  test('can be started from here, without a request to answer', async () => {
    const it = await company()
    const tab = browser(it.app)
    const form = await tab.get(`/saml/start?sp=${encodeURIComponent(sp.entityId)}&RelayState=home`)
    const page = await tab.submit(form, ana)
    expect(page.fields['RelayState']).toBe('home')
    expect((await received(it, page, null)).inResponseTo).toBeUndefined()
  })

  test('can have attributes of their own, and a recipient other than where it is posted', async () => {
    const aws = {
      entityId: 'urn:amazon:webservices',
      acsUrl: 'http://127.0.0.1:4571/saml',
      recipient: 'https://signin.aws.amazon.com/saml',
      attributes: () => ({ 'https://aws.amazon.com/SAML/Attributes/RoleSessionName': ['ana'] }),
    }
    const { app } = await company({ serviceProviders: async () => [aws] })
    const tab = browser(app)
    const page = await tab.submit(await tab.get('/saml/start?sp=urn:amazon:webservices'), ana)
    expect(page.action).toBe(aws.acsUrl)
    const assertion = verifyResponse(decodePost(page.fields['SAMLResponse']!), await trust())
    expect(assertion).toMatchObject({
      recipient: aws.recipient,
      destination: aws.recipient,
      audience: ['urn:amazon:webservices'],
    })
    expect([...assertion.attributes.keys()]).toEqual([
      'https://aws.amazon.com/SAML/Attributes/RoleSessionName',
    ])
  })
})

describe('the account page', () => {
  test('shows who is signed in, where they can go, and the way out', async () => {
    const { app } = await company()
    const tab = browser(app)
    expect((await tab.get('/account')).body).toContain('You are not signed in')
    await tab.submit(await tab.arrive(), ana)
    const page = await tab.get('/account')
    expect(page.body).toContain('You are signed in as ana@example.com')
    expect(page.body).toContain(`/saml/start?lang=en&amp;sp=${encodeURIComponent(sp.entityId)}`)
    const out = await tab.submit(page)
    expect(out.body).toContain('You are signed out')
    expect(tab.jar.has('hopscope_idp')).toBe(false)
    expect(hasResponse(await tab.arrive())).toBe(false)
  })

  test('ends the session itself, not only the cookie', async () => {
    const { app } = await company()
    const tab = browser(app)
    await tab.submit(await tab.arrive(), ana)
    const stolen = tab.jar.get('hopscope_idp')!
    await tab.submit(await tab.get('/account'))
    tab.jar.set('hopscope_idp', stolen)
    expect(hasResponse(await tab.arrive())).toBe(false)
  })

  test('is where a reload of the login page leads', async () => {
    const { app } = await company()
    expect(await browser(app).get('/login')).toMatchObject({
      status: 303,
      headers: { location: '/account' },
    })
  })
})

describe('cookies', () => {
  const cookiesOf = (answer: { headers: Readonly<Record<string, unknown>> }) =>
    [answer.headers['set-cookie']].flat().map(String)

  test('are for this browser’s requests alone, and carry no name of a person', async () => {
    const { app } = await company()
    const tab = browser(app)
    const form = await tab.arrive()
    const page = await tab.submit(form, ana)
    const set = [...cookiesOf(form), ...cookiesOf(page)]
    expect(set.map((each) => each.split('=')[0])).toEqual(
      expect.arrayContaining(['hopscope_idp', 'hopscope_idp_csrf']),
    )
    for (const each of set) {
      expect(each).toContain('HttpOnly')
      expect(each).toContain('SameSite=Lax')
      expect(each).not.toContain('ana')
    }
  })

  test('are for TLS alone where the identity provider is served by it', async () => {
    const { app } = await company({ baseUrl: () => 'https://127.0.0.1:4570' })
    expect(cookiesOf(await app.inject('/account')).join()).toContain('Secure')
  })
})

describe('audit', () => {
  test('tells of every try, with the reason, and no password, no code, no unknown name', async () => {
    const it = await company()
    const tab = browser(it.app)
    const form = await tab.arrive()
    await tab.submit(form, { userName: 'typed my secret', password: 'hunter2' })
    await tab.submit(form, { ...ana, password: 'hunter2' })
    await tab.submit(form, ana)
    await tab.submit(await tab.submit(form, eva), { totp: codeAt(it.clock.now()) })
    expect(
      it.events.map(({ outcome, because, userName, mfa }) => [outcome, because, userName, mfa]),
    ).toEqual([
      ['refused', 'credentials', undefined, false],
      ['refused', 'credentials', 'ana@example.com', false],
      ['signedIn', undefined, 'ana@example.com', false],
      ['codeNeeded', undefined, 'eva@example.com', false],
      ['signedIn', undefined, 'eva@example.com', true],
    ])
    expect(it.events[0]).toMatchObject({
      at: it.clock.now(),
      address: '127.0.0.1',
      serviceProvider: sp.entityId,
    })
    expect(JSON.stringify(it.events)).not.toMatch(/hunter2|typed my secret|hopscope"/)
  })
})
