/** A company with three people and its identity provider on a plain Fastify, and a browser that keeps cookies. */
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import Fastify, { type FastifyInstance } from 'fastify'
import { type IdpDeps, registerIdp, type SignInEvent, seedWorkforce } from '#idp/index.ts'
import { base32Bytes, stepAt, totp } from '#idp/totp.ts'
import type { SandboxClock } from '#kernel/clock/clock.ts'
import { createSandboxClock } from '#kernel/clock/sandboxClock.ts'
import type { Ids } from '#kernel/ids/ids.ts'
import { systemIds } from '#kernel/ids/systemIds.ts'
import { type AuthnRequestToBuild, buildAuthnRequest } from '#kernel/saml/authnRequest.ts'
import { encodePost } from '#kernel/saml/postBinding.ts'
import { encodeRedirect } from '#kernel/saml/redirectBinding.ts'
import { createSigningIdentity } from '#kernel/saml/signingIdentity.ts'
import { createMemoryStore } from '#kernel/store/memoryStore.ts'
import type { Store } from '#kernel/store/store.ts'

export const baseUrl = 'http://127.0.0.1:4570'
export const ssoUrl = `${baseUrl}/saml/sso`

export const sp = {
  entityId: 'https://us-east-1.signin.aws.amazon.com/platform/saml/d-1234567890',
  acsUrl: 'http://127.0.0.1:4571/platform/saml/acs/1',
  name: 'Identity Center',
}

export const secret = 'JBSWY3DPEHPK3PXP'

export const people = [
  {
    userName: 'ana@example.com',
    password: 'hopscope',
    givenName: 'Ana',
    familyName: 'Ruiz',
    groups: ['builders'],
  },
  { userName: 'eva@example.com', password: 'hopscope', totpSecret: secret, groups: ['builders'] },
  { userName: 'luis@example.com', password: 'otra clave', groups: [] },
]

/** One identity for all tests of a file: making one costs 100 ms. */
export const identity = createSigningIdentity({
  commonName: 'Almadía',
  ids: systemIds(),
  clock: { now: () => Date.now() },
})

export interface Company {
  readonly app: FastifyInstance
  readonly store: Store
  readonly clock: SandboxClock
  readonly ids: Ids
  readonly events: SignInEvent[]
}

/** Codes are of a 30-second step, so the clock stands still between moves. */
export async function company(changed: Partial<IdpDeps> = {}): Promise<Company> {
  const clock = createSandboxClock({ host: () => Date.parse('2026-11-24T10:00:00Z') })
  const store = createMemoryStore({ clock })
  const ids = systemIds()
  const events: SignInEvent[] = []
  await store.write([''], (tx) => seedWorkforce(tx, people))
  const app = Fastify()
  await app.register(cookie)
  await app.register(formbody)
  registerIdp(app, {
    store,
    clock,
    ids,
    baseUrl: () => baseUrl,
    serviceProviders: () => [sp],
    signingIdentity: () => identity,
    onSignIn: (event) => events.push(event),
    ...changed,
  })
  await app.ready()
  return { app, store, clock, ids, events }
}

export const codeAt = (ms: number): string => totp(base32Bytes(secret), stepAt(ms))

export function authnRequest(changed: Partial<AuthnRequestToBuild> = {}): Promise<string> {
  return buildAuthnRequest({
    id: '_request',
    issueInstant: Date.parse('2026-11-24T10:00:00Z'),
    issuer: sp.entityId,
    destination: ssoUrl,
    acsUrl: sp.acsUrl,
    ...changed,
  })
}

export interface Page {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
  /** Fields of its form, hidden ones with their values. */
  readonly fields: Readonly<Record<string, string>>
  /** Where its form goes. */
  readonly action: string | undefined
  /** The check that its alert names. */
  readonly refusal: string | undefined
}

/** Sends what the server set; knows no scripts. */
export function browser(app: FastifyInstance) {
  const jar = new Map<string, string>()
  async function send(
    method: 'GET' | 'POST',
    url: string,
    form?: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Page> {
    const answer = await app.inject({
      method,
      url,
      cookies: Object.fromEntries(jar),
      headers: form ? { ...headers, 'content-type': 'application/x-www-form-urlencoded' } : headers,
      ...(form ? { payload: new URLSearchParams(form).toString() } : {}),
    })
    for (const { name, value } of answer.cookies)
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    return pageOf(answer.statusCode, answer.headers, answer.body)
  }
  return {
    jar,
    get: (url: string, headers?: Record<string, string>) => send('GET', url, undefined, headers),
    post: (url: string, form: Record<string, string>) => send('POST', url, form),
    /** Comes from the service provider by HTTP-Redirect. */
    arrive: async (message?: string, relayState?: string) => {
      const xml = message ?? (await authnRequest())
      const url = encodeRedirect({ location: ssoUrl, parameter: 'SAMLRequest', xml, relayState })
      return send('GET', url.slice(baseUrl.length))
    },
    /** Comes from the service provider by HTTP-POST. */
    arriveByPost: async (message?: string, relayState = 'state') => {
      const xml = message ?? (await authnRequest())
      return send('POST', '/saml/sso', { SAMLRequest: encodePost(xml), RelayState: relayState })
    },
    submit: (page: Page, filled: Record<string, string> = {}) =>
      send('POST', page.action ?? '/login', { ...page.fields, ...filled }),
  }
}

const unescaped: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

export const unescapeHtml = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => unescaped[entity]!)

function pageOf(status: number, headers: Readonly<Record<string, unknown>>, body: string): Page {
  const fields = [...body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)]
  const action = body.match(/<form method="post" action="([^"]*)"/)?.[1]
  return {
    status,
    headers,
    body,
    fields: Object.fromEntries(
      fields.map(([, name, value]) => [unescapeHtml(name!), unescapeHtml(value!)]),
    ),
    action: action && unescapeHtml(action),
    refusal: body.match(/data-refusal="([^"]*)"/)?.[1],
  }
}
