/** A window of a real browser for one person, and what a bystander sees of it: requests, pages, cookies. */
import type { Browser, BrowserContextOptions, Page, Response } from 'playwright-core'

export interface Witnessed {
  /** Origins of everything that was asked for, also by redirects. */
  readonly origins: ReadonlySet<string>
  /** Headers of each page that was shown. */
  readonly pages: readonly Readonly<Record<string, string>>[]
  readonly cookies: readonly { readonly httpOnly: boolean; readonly sameSite: string }[]
  /** What the page's own scripts and policies complained of. */
  readonly complaints: readonly string[]
}

/** Away from loopback there is nothing to find; the browser has no sandbox of its own as root, in CI. */
export const launchArguments = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

export async function inWindow(
  browser: Browser,
  options: BrowserContextOptions,
  person: (page: Page) => Promise<void>,
): Promise<Witnessed> {
  const window = await browser.newContext({ locale: 'en-GB', ...options })
  const origins = new Set<string>()
  const shown: Response[] = []
  const complaints: string[] = []
  try {
    const page = await window.newPage()
    page.on('request', (request) => origins.add(new URL(request.url()).origin))
    page.on('response', (response) => void (isPage(response) && shown.push(response)))
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', ({ message }) => complaints.push(message))
    await person(page)
    const pages = shown.map((response) => response.headers())
    return { origins, pages, complaints, cookies: await window.cookies() }
  } finally {
    await window.close()
  }
}

const isPage = (response: Response) => response.headers()['content-type']?.includes('html') ?? false
