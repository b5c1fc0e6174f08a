import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findClient } from './awsClients.ts'
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
    // As root, in CI, there is no sandbox of the browser's own; it only meets our pages.
    browser = await chromium.launch({ executablePath: found.file, args: ['--no-sandbox'] })
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

  /** The person: reads, types and presses, in a window of its own. */
  async function inWindow(person: (page: Page) => Promise<void>): Promise<void> {
    const window = await browser.newContext({ locale: 'en-GB' })
    try {
      await person(await window.newPage())
    } finally {
      await window.close()
    }
  }

  test('signs a person in, sends the answer on by itself, and lets them allow the client', async () => {
    const accessToken = await deviceSignIn(ask, startUrlOf(sandbox), (url) =>
      inWindow(async (page) => {
        await page.goto(url)
        await signIn(page, 'hopscope')
        await page.click('button[value=allow]')
        await page.waitForLoadState()
      }),
    )
    const { accountList } = await answered(ask('sso', 'ListAccounts', { accessToken }))
    expect(accountList).toHaveLength(2)
  })

  test('gives no token where the person denies', async () => {
    const denied = deviceSignIn(ask, startUrlOf(sandbox), (url) =>
      inWindow(async (page) => {
        await page.goto(url)
        await signIn(page, 'hopscope')
        await page.click('button[value=deny]')
        await page.waitForLoadState()
      }),
    )
    await expect(denied).rejects.toThrow('AccessDeniedException')
  })

  test('shows a wrong password as such, and gives no token', async () => {
    const refused = deviceSignIn(ask, startUrlOf(sandbox), (url) =>
      inWindow(async (page) => {
        await page.goto(url)
        await signIn(page, 'not-the-password')
        expect(await page.getByRole('alert').count()).toBe(1)
      }),
    )
    await expect(refused).rejects.toThrow('AuthorizationPendingException')
  })
})

async function signIn(page: Page, password: string): Promise<void> {
  await page.fill('#userName', 'ana@example.com')
  await page.fill('#password', password)
  await page.click('button.primary')
}
