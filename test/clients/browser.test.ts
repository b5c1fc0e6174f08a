import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findClient } from './awsClients.ts'
import { inWindow, launchArguments, type Witnessed } from './browserWindow.ts'
import { answered, deviceSignIn } from './deviceSignIn.ts'
import { type IsolatedEnvironment, isolatedEnvironment } from './isolatedEnvironment.ts'
import { scriptedClient } from './scriptedClient.ts'
import { startUrlOf } from './signInContract.ts'
import { type BuiltSandbox, startBuilt } from './startBuilt.ts'

const found = await findClient('chromium')
const absent = found ? undefined : 'no Chromium on PATH'
const script = fileURLToPath(new URL('./sdkV3Client.mjs', import.meta.url))

describe(found ? `Chromium (${found.version})` : 'Chromium', () => {
  let environment: IsolatedEnvironment
  let sandbox: BuiltSandbox
  let browser: Browser
  beforeAll(async () => {
    if (!found) return
    environment = await isolatedEnvironment()
    sandbox = await startBuilt([], environment.of(undefined))
    browser = await chromium.launch({ executablePath: found.file, args: launchArguments })
  })
  afterAll(async () => {
    await browser?.close()
    await sandbox?.stop()
    await environment?.remove()
  })
  beforeEach(({ skip }) => skip(absent !== undefined, absent))

  const ask = (
    service: 'sso-oidc' | 'sso',
    operation: string,
    input: Readonly<Record<string, unknown>>,
  ) =>
    scriptedClient(
      process.execPath,
      script,
      environment,
    )({
      ...{ service, operation, input, through: 'option' },
      endpoint: sandbox.endpoints['gateway']!,
    })

  /** A sign-in for a client; the person meets its pages in a window of their own. */
  async function signInFor(
    person: (page: Page) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<{ accessToken: string; witnessed: Witnessed }> {
    let witnessed: Witnessed | undefined
    const accessToken = await deviceSignIn(ask, startUrlOf(sandbox), async (url) => {
      witnessed = await inWindow(browser, options, async (page) => {
        await page.goto(url)
        await person(page)
      })
    })
    return { accessToken, witnessed: witnessed! }
  }

  test('signs a person in, sends the answer on by itself, and lets them allow the client', async () => {
    const { accessToken, witnessed } = await signInFor(async (page) => {
      await signIn(page, 'hopscope')
      await page.click('button[value=allow]')
      await heading(page, 'Access allowed').waitFor()
    })
    const { accountList } = await answered(ask('sso', 'ListAccounts', { accessToken }))
    expect(accountList).toHaveLength(2)
    expectPrivate(witnessed)
  })

  test('needs no mouse: every step is where the keyboard is, or one key further', async () => {
    await signInFor(async (page) => {
      await expectFocusOn(page, 'userName')
      await page.keyboard.type('ana@example.com')
      await page.keyboard.press('Tab')
      await expectFocusOn(page, 'password')
      await page.keyboard.type('hopscope')
      await page.keyboard.press('Enter')
      await heading(page, 'Allow this client to access your data?').waitFor()
      expect(await page.locator('header').textContent()).toContain('Ana Soler, through Almadía')
      await page.keyboard.press('Tab')
      await expectFocusOn(page, 'deny')
      await page.keyboard.press('Tab')
      await expectFocusOn(page, 'allow')
      await page.keyboard.press('Enter')
      await heading(page, 'Access allowed').waitFor()
    })
  })

  test('needs no scripts: the page that sends the answer on has a button', async () => {
    await signInFor(
      async (page) => {
        await signIn(page, 'hopscope')
        await heading(page, 'You are signed in').waitFor()
        await page.click('button.primary')
        await page.click('button[value=allow]')
        await heading(page, 'Access allowed').waitFor()
      },
      { javaScriptEnabled: false },
    )
  })

  test('speaks Spanish, dark and narrow, and never scrolls sideways', async () => {
    const narrow = { width: 390, height: 780 }
    await signInFor(
      async (page) => {
        await heading(page, 'Te damos la bienvenida').waitFor()
        await expectNoSidewaysScroll(page)
        await signIn(page, 'hopscope')
        await heading(page, '¿Permitir que este cliente acceda a tus datos?').waitFor()
        await expectNoSidewaysScroll(page)
        await page.click('button[value=allow]')
        await heading(page, 'Acceso permitido').waitFor()
        await page.click('a.btn')
        await heading(page, 'Tus cuentas').waitFor()
        await expectNoSidewaysScroll(page)
      },
      { locale: 'es-ES', colorScheme: 'dark', viewport: narrow },
    )
  })

  test('gives no token where the person denies', async () => {
    const denied = signInFor(async (page) => {
      await signIn(page, 'hopscope')
      await page.click('button[value=deny]')
      await heading(page, 'Access denied').waitFor()
    })
    await expect(denied).rejects.toThrow('AccessDeniedException')
  })

  test('shows a wrong password as such, and gives no token', async () => {
    const refused = signInFor(async (page) => {
      await signIn(page, 'not-the-password')
      await page.getByRole('alert').waitFor()
      await expectFocusOn(page, 'password')
      expect(await page.getByLabel('Password').getAttribute('aria-describedby')).toBe(
        await page.getByRole('alert').getAttribute('id'),
      )
    })
    await expect(refused).rejects.toThrow('AuthorizationPendingException')
  })

  /** Nothing left this machine, nothing is kept, framed or readable by scripts, and no policy was broken. */
  function expectPrivate({ origins, pages, cookies, complaints }: Witnessed): void {
    const ours = [sandbox.endpoints['identity-center'], sandbox.endpoints['idp']]
    expect([...origins].sort()).toEqual(ours.sort())
    expect(pages.length).toBeGreaterThanOrEqual(4)
    for (const headers of pages) {
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none';.*frame-ancestors 'none'/,
      )
      expect(headers['content-security-policy']).not.toContain('unsafe')
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'same-origin',
      })
    }
    expect(cookies.length).toBeGreaterThan(0)
    for (const cookie of cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
    expect(complaints).toEqual([])
  }
})

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

/** A field by its name, a button by its value. A browser gives `autofocus` its due only after the page has loaded. */
const expectFocusOn = (page: Page, name: string): Promise<void> =>
  expect
    .poll(
      () =>
        page
          .locator(':focus')
          .evaluate((it) => it.getAttribute('value') || it.getAttribute('name')),
      { timeout: 15_000 },
    )
    .toBe(name)

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const root = page.locator('html')
  expect(await root.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
}

async function signIn(page: Page, password: string): Promise<void> {
  await page.fill('#userName', 'ana@example.com')
  await page.fill('#password', password)
  await page.click('button.primary')
}
