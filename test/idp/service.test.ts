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

const metadata = buildSpMetadata({ entityId, acsUrls: ['http://127.0.0.1:1/acs'] })

describe('the identity provider as a service of the sandbox', () => {
  test('signs the people of the seed in for Identity Center, on its own port', async () => {
    const center = await serviceProvider(() => ({ status: 200, body: metadata }))
    const clock = createSandboxClock()
    const endpoints: Record<string, string> = { 'identity-center': center.url }
    const context = {
      name: 'idp',
      store: createMemoryStore({ clock }),
      clock,
      ids: systemIds(),
      endpoints: () => endpoints,
      recorder: undefined,
    } as unknown as Omit<ServiceContext, 'keys'>
    const running = { ...context, keys: await idp.keys!(context) } as ServiceContext<never>
    const people = [{ userName: 'ana@example.com', password: 'hopscope' }]
    await running.store.write([''], (tx) =>
      idp.seed!(tx, { workforce: { users: people } }, running),
    )
    const app = await createServer({ definition: idp as never, context: running })
    closers.push(() => app.close())
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    endpoints['idp'] = url

    const xml = buildAuthnRequest({ id: '_q', issueInstant: clock.now(), issuer: entityId })
    const location = `${url}/saml/sso`
    const form = await fetch(encodeRedirect({ location, parameter: 'SAMLRequest', xml }))
    const cookies = form.headers
      .getSetCookie()
      .map((each) => each.split(';')[0]!)
      .join('; ')
    const hidden = [
      ...(await form.text()).matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g),
    ]
    const fields = new URLSearchParams(
      hidden.map(([, name, value]): [string, string] => [name!, unescapeHtml(value!)]),
    )
    fields.set('userName', 'ana@example.com')
    fields.set('password', 'hopscope')
    const page = await fetch(`${url}/login`, {
      method: 'POST',
      body: fields,
      headers: { cookie: cookies },
    })
    const response = (await page.text()).match(/name="SAMLResponse" value="([^"]*)"/)![1]!
    const known = readIdpMetadata(await (await fetch(`${url}/metadata`)).text())
    expect(known.entityId).toBe(`${url}/metadata`)
    const trust = { issuer: known.entityId, certificates: known.certificates }
    expect(verifyResponse(decodePost(response), trust).nameId).toBe('ana@example.com')
    expect(center.asked()).toBe(1)
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
