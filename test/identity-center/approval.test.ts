import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deviceAuthorizations, scopeOf, secretKey } from '#identity-center/state.ts'
import { type Browser, createBrowser } from './browser.ts'
import { createWorld, type Device, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const decisionOf = async ({ deviceCode }: Device) =>
  (await world.store.get(deviceAuthorizations, scopeOf(world.instance), secretKey(deviceCode)))!
    .value.decision.made

const asked = async () => {
  const device = await world.device()
  const browser = await world.signedIn()
  return { device, browser, page: await browser.go(device.verificationUriComplete) }
}

describe('the approval page', () => {
  test('is asked for the code where a person comes without one, in any way of writing it', async () => {
    const device = await world.device()
    const browser = await world.signedIn()
    const enter = await browser.go(`${world.url}/device`)
    expect(enter.body).toContain('name="user_code"')
    const typed = device.userCode.replace('-', ' ').toLowerCase()
    const page = await browser.submit(enter, { user_code: typed })
    expect(page.body).toContain(device.userCode)
    const wrong = await browser.submit(enter, { user_code: 'AEIO' })
    expect(wrong.body).toContain('aria-invalid="true"')
    const foreign = await browser.submit(enter, { user_code: typed, csrf: 'x' })
    expect(foreign).toMatchObject({ status: 403, refusal: 'staleForm' })
  })

  test('speaks the language of the browser or of the address', async () => {
    const { browser, device } = await asked()
    const page = await browser.go(`${device.verificationUriComplete}&lang=es`)
    expect(page.body).toContain('¿Es este el código de tu terminal?')
  })

  test('may not be framed or kept, and posts to its own address alone', async () => {
    const { page } = await asked()
    expect(page.headers.get('x-frame-options')).toBe('DENY')
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self'")
  })

  test('writes into the recording who decided what about whom', async () => {
    const { browser, device, page } = await asked()
    await browser.submit(page, { decision: 'deny' })
    expect(world.findings('device-approval').at(-1)).toEqual({
      userCode: device.userCode,
      clientName: 'botocore-client-test',
      askedFrom: '127.0.0.1',
      decision: 'denied',
      user: 'ana@example.com',
    })
  })
})

describe('a decision', () => {
  const unchanged = async (device: Device, post: () => ReturnType<Browser['submit']>) => {
    const page = await post()
    expect(page).toMatchObject({ status: 403, refusal: 'staleForm' })
    expect(await decisionOf(device)).toBe('none')
  }

  test('is only taken from a page that this session was given', async () => {
    const { browser, device, page } = await asked()
    const other = await world.signedIn('luis@example.com')
    const foreign = await other.go(device.verificationUriComplete)
    for (const csrf of ['', 'x', foreign.fields['csrf']!])
      await unchanged(device, () => browser.submit(page, { csrf, decision: 'allow' }))
  })

  test.each(['https://evil.example', 'http://127.0.0.1:1', 'null'])(
    'is not taken from a page of %s, which has the token and the cookie',
    async (origin) => {
      const { browser, device, page } = await asked()
      const answer = await fetch(`${world.url}/device`, {
        method: 'POST',
        headers: {
          origin,
          cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        },
        body: new URLSearchParams({ ...page.fields, decision: 'allow' }),
      })
      expect(answer.status).toBe(403)
      expect(await decisionOf(device)).toBe('none')
    },
  )

  test('is taken from its own page', async () => {
    const { browser, device, page } = await asked()
    const answer = await fetch(`${world.url}/device`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        origin: world.url,
        cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      body: new URLSearchParams({ ...page.fields, decision: 'allow' }),
    })
    expect(answer.status).toBe(303)
    expect(await decisionOf(device)).toBe('allowed')
  })

  test('is only taken from somebody who is signed in', async () => {
    const { browser, device, page } = await asked()
    browser.cookies.delete('hopscope_portal')
    await unchanged(device, () => browser.submit(page, { decision: 'allow' }))
  })

  test('is one of two', async () => {
    const { browser, device, page } = await asked()
    await unchanged(device, () => browser.submit(page, { decision: 'constructor' }))
    await unchanged(device, () => browser.submit(page, {}))
  })

  test('is not taken by GET', async () => {
    const { browser, device, page } = await asked()
    const query = new URLSearchParams({ ...page.fields, decision: 'allow' })
    await browser.go(`${world.url}/device?${query}`)
    expect(await decisionOf(device)).toBe('none')
  })

  test('of somebody who was disabled meanwhile is not taken', async () => {
    const { browser, device, page } = await asked()
    await world.setEnabled('ana@example.com', false)
    try {
      await unchanged(device, () => browser.submit(page, { decision: 'allow' }))
    } finally {
      await world.setEnabled('ana@example.com', true)
    }
  })

  test('is made once', async () => {
    const { browser, device, page } = await asked()
    await browser.submit(page, { decision: 'deny' })
    const again = await browser.submit(page, { decision: 'allow' })
    expect(again).toMatchObject({ status: 404, refusal: 'unknownCode' })
    expect(await decisionOf(device)).toBe('denied')
  })
})

describe('guessing codes', () => {
  const guess = (browser: Browser, i: number) =>
    browser.go(`${world.url}/device?user_code=BCDF-GHJ${'KLMNPQRSTVWX'[i]}`)

  test('ends after ten that are not known, for a quarter of an hour, also by forms', async () => {
    const { page } = await asked()
    const browser = await world.signedIn('luis@example.com')
    const own = await browser.go((await world.device()).verificationUriComplete)
    for (let i = 0; i < 10; i++)
      expect(await guess(browser, i)).toMatchObject({ status: 404, refusal: 'unknownCode' })
    expect(await guess(browser, 10)).toMatchObject({ status: 429, refusal: 'tooManyCodes' })
    const form = { ...own.fields, user_code: page.fields['user_code']!, decision: 'allow' }
    expect(await browser.submit(own, form)).toMatchObject({ status: 429 })
    expect((await (await world.signedIn()).go(page.url)).status).toBe(200)
    await world.clock.advance(15 * 60_000)
    expect((await guess(browser, 0)).status).toBe(404)
  })
})

describe('signing out', () => {
  test('is only taken from a page that this session was given, and ends the session', async () => {
    const browser = await world.signedIn()
    const start = await browser.go(`${world.url}/start`)
    expect(await browser.submit(start, { csrf: 'x' })).toMatchObject({ status: 403 })
    const cookie = browser.cookies.get('hopscope_portal')!
    const page = await browser.submit(start)
    expect(page.body).toContain('You are signed out')
    expect(browser.cookies.has('hopscope_portal')).toBe(false)
    browser.cookies.set('hopscope_portal', cookie)
    expect((await browser.fetch(`${world.url}/start`)).status).toBe(302)
    expect((await world.journal()).at(-1)).toMatchObject({
      eventSource: 'sso.amazonaws.com',
      eventName: 'Logout',
      caller: { type: 'IdentityCenterUser' },
    })
  })

  test('of nobody does no harm', async () => {
    expect((await createBrowser().fetch(`${world.url}/signout`, {})).status).toBe(200)
  })
})

test('a person to whom nothing is assigned is told so', async () => {
  const browser = await world.signedIn('nil@example.com')
  expect((await browser.go(`${world.url}/start`)).body).toContain('Nothing is assigned to you')
})
