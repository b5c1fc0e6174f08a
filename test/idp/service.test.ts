import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import { idp, idpPaths } from '#idp/index.ts'
import { providersFromMetadata } from '#idp/providersFromMetadata.ts'
import { createSandboxClock } from '#kernel/clock/sandboxClock.ts'
import { createServer } from '#kernel/http/server.ts'
import type { ServiceContext } from '#kernel/http/service.ts'
import { systemIds } from '#kernel/ids/systemIds.ts'
import { buildAuthnRequest } from '#kernel/saml/authnRequest.ts'
import { readIdpMetadata } from '#kernel/saml/idpMetadata.ts'
import { decodePost } from '#kernel/saml/postBinding.ts'
import { encodeRedirect } from '#kernel/saml/redirectBinding.ts'
import { buildSpMetadata } from '#kernel/saml/spMetadata.ts'
import { verifyResponse } from '#kernel/saml/verifyResponse.ts'
import { createMemoryStore } from '#kernel/store/memoryStore.ts'
import { createRecorder } from '#kernel/trace/recorder.ts'
import { unescapeHtml } from './company.ts'

const entityId = 'https://us-east-1.signin.aws.amazon.com/platform/saml/d-1234567890'
const closers: (() => unknown)[] = []
afterAll(() => Promise.all(closers.map((close) => close())))

/** A service provider that can do nothing but publish its metadata. */
async function serviceProvider(answers: () => { status: number; body: string }) {
  let asked = 0
  const server = createHttpServer((_request, response) => {
    asked += 1
    const { status, body } = answers()
    response.writeHead(status).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, asked: () => asked }
}

const metadata = await buildSpMetadata({ entityId, acsUrls: ['http://127.0.0.1:1/acs'] })

/** The service as the sandbox runs it, with a recorder that watches. */
async function running(identityCenter: string) {
  const clock = createSandboxClock()
  const recorder = createRecorder({ run: 'test', now: clock.now, host: clock.host, keep: 100 })
  const endpoints: Record<string, string> = { 'identity-center': identityCenter }
  const bare = {
    name: 'idp',
    store: createMemoryStore({ clock }),
    clock,
    ids: systemIds(),
    endpoints: () => endpoints,
    recorder,
  } as unknown as Omit<ServiceContext, 'keys'>
  const context = { ...bare, keys: await idp.keys!(bare) } as ServiceContext<never>
  const users = [{ userName: 'ana@example.com', password: 'open sesame' }]
  await context.store.write([''], (tx) => idp.seed!(tx, { workforce: { users } }, context))
  const app = await createServer({ definition: idp as never, context })
  closers.push(() => app.close())
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  endpoints['idp'] = url
  return { url, clock, recorder }
}

async function openForm(url: string, now: number, id = '_request') {
  const xml = await buildAuthnRequest({ id, issueInstant: now, issuer: entityId })
  const location = `${url}/saml/sso`
  const page = await fetch(encodeRedirect({ location, parameter: 'SAMLRequest', xml }))
  const cookies = page.headers.getSetCookie().map((each) => each.split(';')[0]!)
  const hidden = (await page.text()).matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)
  const fields = [...hidden].map(([, name, value]): [string, string] => [
    name!,
    unescapeHtml(value!),
  ])
  return async (typed: Record<string, string>) => {
    const body = new URLSearchParams([...fields, ...Object.entries(typed)])
    const headers = { cookie: cookies.join('; ') }
    return (await fetch(`${url}/login`, { method: 'POST', body, headers })).text()
  }
}

describe('the identity provider as a service of the sandbox', () => {
  test('signs the people of the seed in for Identity Center, on its own port', async () => {
    const center = await serviceProvider(() => ({ status: 200, body: metadata }))
    const { url, clock } = await running(center.url)
    const submit = await openForm(url, clock.now())
    const page = await submit({ userName: 'ana@example.com', password: 'open sesame' })
    const response = page.match(/name="SAMLResponse" value="([^"]*)"/)![1]!
    const known = readIdpMetadata(await (await fetch(`${url}/metadata`)).text())
    expect(known.entityId).toBe(`${url}/metadata`)
    const trust = { issuer: known.entityId, certificates: known.certificates }
    expect(verifyResponse(decodePost(response), trust).nameId).toBe('ana@example.com')
    expect(center.asked()).toBe(1)
  })

  test('explains each answer in the recording, and leaves no secret there', async () => {
    const center = await serviceProvider(() => ({ status: 200, body: metadata }))
    const { url, clock, recorder } = await running(center.url)
    const id = `_${systemIds().hex(40)}`
    const submit = await openForm(url, clock.now(), id)
    await submit({ userName: 'ana@example.com', password: 'wrong guess' })
    const page = await submit({ userName: 'ana@example.com', password: 'open sesame' })
    await fetch(`${url}/saml/start?sp=urn:unknown`)
    const explained = recorder
      .events()
      .filter((event) => event.kind === 'explain')
      .filter(({ topic }) => topic !== 'pipeline')
    expect(
      explained.map(({ topic, data }) => [
        topic,
        data['outcome'] ?? data['says'] ?? data['reason'] ?? data['requestId'],
      ]),
    ).toEqual([
      ['authn-request', id],
      ['sign-in', 'refused'],
      ['sign-in', 'signedIn'],
      ['saml-response', 'signedIn'],
      ['refusal', 'unknownServiceProvider'],
    ])
    const recording = JSON.stringify(recorder.events())
    const response = page.match(/name="SAMLResponse" value="([^"]*)"/)![1]!
    for (const secret of ['wrong guess', 'wrong+guess', 'open sesame', 'open+sesame', response])
      expect(recording).not.toContain(secret)
  })

  test('answers exactly the paths that it claims', () => {
    expect(idp.pages?.paths).toBe(idpPaths)
    expect(idp.internalFailure()).toMatchObject({ code: 'InternalFailure', status: 500 })
  })
})

describe('metadata of a service provider', () => {
  test('is read once', async () => {
    const center = await serviceProvider(() => ({ status: 200, body: metadata }))
    const providers = providersFromMetadata('Center', () => center.url)
    for (let i = 0; i < 3; i++)
      expect(await providers()).toEqual([
        { entityId, acsUrl: 'http://127.0.0.1:1/acs', name: 'Center' },
      ])
    expect(center.asked()).toBe(1)
  })

  test.each([
    ['an error', { status: 500, body: '' }],
    ['nonsense', { status: 200, body: '<a/>' }],
  ])('is asked for again after %s', async (_what, first) => {
    const answers = [first, { status: 200, body: metadata }]
    const center = await serviceProvider(() => answers.shift()!)
    const providers = providersFromMetadata('Center', () => center.url)
    expect(await providers()).toEqual([])
    expect(await providers()).toHaveLength(1)
  })

  test.each([undefined, 'http://127.0.0.1:1/'])('is missing while nobody is at %s', async (url) => {
    expect(await providersFromMetadata('Center', () => url)()).toEqual([])
  })
})
