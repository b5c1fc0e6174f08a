/** A browser without scripts: keeps cookies, follows what it is sent to, fills in and submits forms. */

export interface Page {
  readonly url: string
  readonly status: number
  readonly headers: Headers
  readonly body: string
  /** Where its form goes, and by which method. */
  readonly action: string | undefined
  /** Fields of its form, hidden ones with their values. */
  readonly fields: Readonly<Record<string, string>>
  /** The check that its alert names. */
  readonly refusal: string | undefined
}

export interface Browser {
  /** Of one host: cookies know no ports. */
  readonly cookies: Map<string, string>
  /** `Set-Cookie` headers as they came. */
  readonly setCookies: string[]
  /** Every address that it went to. */
  readonly visited: string[]
  go(url: string): Promise<Page>
  /** Without following where it leads. */
  fetch(url: string, form?: Record<string, string>): Promise<Page>
  submit(page: Page, filled?: Record<string, string>): Promise<Page>
}

export function createBrowser(): Browser {
  const cookies = new Map<string, string>()
  const setCookies: string[] = []
  const visited: string[] = []

  async function send(url: string, form?: Record<string, string>): Promise<Page> {
    visited.push(url)
    const answer = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { body: new URLSearchParams(form) }),
    })
    for (const header of answer.headers.getSetCookie()) keep(header)
    return pageOf(url, answer, await answer.text())
  }

  function keep(header: string): void {
    setCookies.push(header)
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(header)!
    if (value === '') cookies.delete(name!)
    else cookies.set(name!, value!)
  }

  async function follow(page: Page): Promise<Page> {
    const location = page.headers.get('location')
    return location ? follow(await send(new URL(location, page.url).href)) : page
  }

  return {
    cookies,
    setCookies,
    visited,
    go: async (url) => follow(await send(url)),
    fetch: send,
    submit: async (page, filled = {}) => {
      const action = new URL(page.action ?? page.url, page.url).href
      return follow(await send(action, { ...page.fields, ...filled }))
    },
  }
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

const decode = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity]!)

function pageOf(url: string, answer: Response, body: string): Page {
  const inputs = [...body.matchAll(/<input[^>]*?name="([^"]*)"(?:[^>]*?value="([^"]*)")?/g)]
  const action = /<form[^>]*action="([^"]*)"/.exec(body)?.[1]
  return {
    url,
    status: answer.status,
    headers: answer.headers,
    body,
    action: action && decode(action),
    fields: Object.fromEntries(inputs.map(([, name, value = '']) => [name!, decode(value)])),
    refusal: /data-refusal="([^"]*)"/.exec(body)?.[1],
  }
}
