/** A browser without a window: cookies, redirects and forms, so that a scenario's person meets the real pages. */
import { type HtmlForm, htmlForms } from './htmlForms.ts'

export interface Page {
  readonly url: string
  readonly status: number
  readonly html: string
  readonly forms: readonly HtmlForm[]
}

export interface Browser {
  get(url: string): Promise<Page>
  /** Fills in the page's first form and sends it; `press` names the button by its value. */
  submit(page: Page, fields?: Readonly<Record<string, string>>, press?: string): Promise<Page>
}

const redirectLimit = 10

export interface BrowserOptions {
  readonly userAgent: string
  readonly language: string
  readonly signal?: AbortSignal | undefined
}

export function createBrowser({ userAgent, language, signal }: BrowserOptions): Browser {
  const cookies = new Map<string, Map<string, string>>()

  async function load(
    url: string,
    form?: { method: string; body: URLSearchParams },
  ): Promise<Page> {
    let target = new URL(url)
    let next = form
    for (let i = 0; i <= redirectLimit; i++) {
      const answer = await send(target, next)
      keepCookies(target, answer)
      const location = answer.headers.get('location')
      if (answer.status < 300 || answer.status > 399 || location === null)
        return pageOf(target, answer)
      await answer.arrayBuffer()
      target = new URL(location, target)
      // RFC 9110 15.4.4: after 303 (and, as browsers do it, 302) one gets.
      next = answer.status === 307 || answer.status === 308 ? next : undefined
    }
    throw new Error(`${url} redirects in a circle`)
  }

  /** Cookies belong to a host; its ports share them (RFC 6265 8.5). */
  const jarOf = (url: URL) => {
    const jar = cookies.get(url.hostname) ?? new Map<string, string>()
    cookies.set(url.hostname, jar)
    return jar
  }

  function send(
    url: URL,
    form: { method: string; body: URLSearchParams } | undefined,
  ): Promise<Response> {
    const cookie = [...jarOf(url)].map(([name, value]) => `${name}=${value}`).join('; ')
    return fetch(url, {
      method: form?.method ?? 'GET',
      redirect: 'manual',
      headers: {
        'user-agent': userAgent,
        'accept-language': language,
        ...(cookie !== '' && { cookie }),
        ...(form && { origin: url.origin }),
      },
      ...(form && { body: form.body }),
      ...(signal && { signal }),
    })
  }

  function keepCookies(url: URL, answer: Response): void {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';')
      const at = pair.indexOf('=')
      const name = pair.slice(0, at).trim()
      const gone = attributes.some((attribute) => /^\s*max-age=0\s*$/i.test(attribute))
      if (gone) jarOf(url).delete(name)
      else jarOf(url).set(name, pair.slice(at + 1).trim())
    }
  }

  return {
    get: (url) => load(url),
    submit: (page, fields = {}, press) => {
      const form = page.forms[0]
      if (!form) throw new Error(`there is no form on ${page.url} (status ${page.status})`)
      const target = new URL(form.action, page.url)
      const body = new URLSearchParams({ ...form.fields, ...fields, ...pressed(form, press) })
      if (form.method === 'POST') return load(target.href, { method: 'POST', body })
      target.search = body.toString()
      return load(target.href)
    },
  }
}

async function pageOf(url: URL, answer: Response): Promise<Page> {
  const html = await answer.text()
  return { url: url.href, status: answer.status, html, forms: htmlForms(html) }
}

function pressed(form: HtmlForm, press: string | undefined): Record<string, string> {
  const button = press === undefined ? undefined : form.buttons.find(({ value }) => value === press)
  return button ? { [button.name]: button.value } : {}
}
