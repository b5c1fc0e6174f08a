import { request as httpRequest } from 'node:http'
import { Type } from '@sinclair/typebox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expose } from '#kernel/hops/expose.ts'
import { createHopCredentials, type HopCredential } from '#kernel/hops/hopCredential.ts'
import { createHopSigner } from '#kernel/hops/hopSigner.ts'
import { hopPath, maximumAsk } from '#kernel/hops/hopWire.ts'
import { definePort } from '#kernel/hops/port.ts'
import type { ServiceKeys } from '#kernel/hops/serviceKeys.ts'
import { signRequest } from '#kernel/sigv4/signRequest.ts'
import { bound, keyAsk } from './contract.ts'
import { type HttpWorld, httpWorld, launcherKeys } from './world.ts'

const counter = definePort({
  name: 'counter',
  owner: 'iam',
  methods: { count: { ask: Type.Object({}), answer: Type.Integer() } },
})

let counted = 0
const exposedCounter = expose(counter, {
  async count() {
    return { body: ++counted }
  },
})

let world: HttpWorld
beforeAll(async () => {
  world = await httpWorld({ also: [exposedCounter] })
})
afterAll(() => world.close())

interface Sent {
  readonly method?: string
  readonly path: string
  readonly headers: Record<string, string>
  readonly body?: Buffer
}

function send({ method = 'POST', path, headers, body }: Sent) {
  const { host, port } = world.addressOf('iam')
  return new Promise<{ status: number; json: Record<string, string> }>((resolve, reject) => {
    const sent = httpRequest({ host, port, method, path, headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part) => {
        text += part
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, json: JSON.parse(text) }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const host = (): string => `127.0.0.1:${world.addressOf('iam').port}`
const keys = (service: string): ServiceKeys => launcherKeys.keysFor(service)
const content = (over: object = {}) =>
  Buffer.from(JSON.stringify({ bound, nonce: '0123456789abcdef', ask: keyAsk, ...over }))

interface Letter {
  path?: string
  body?: Buffer
  depth?: number
  at?: number
  credential?: HopCredential
}

/** A request as an asker sends it, with whatever is wrong with it. */
function letter(over: Letter = {}): Sent & { headers: Record<string, string>; body: Buffer } {
  const at = over.at ?? world.clock.now()
  const credentials = createHopCredentials(keys('s3'))
  const credential = over.credential ?? credentials.issue('iam', at)
  const path = over.path ?? hopPath('credentials', 'resolveCaller')
  const body = over.body ?? content()
  const request = { host: host(), path, depth: over.depth ?? 1, body }
  return { path, body, headers: createHopSigner(credentials).sign(request, credential, at) }
}

const minutes = (count: number): number => count * 60_000

describe('an owner’s listener answers', () => {
  test('an ask that is in order', async () => {
    const { status, json } = await send(letter())
    expect(status).toBe(200)
    expect(Object.keys(json)).toEqual(['statement', 'secret'])
  })

  test('a refusal with 403, signed', async () => {
    const body = content({ ask: { ...keyAsk, sessionToken: 'expired' } })
    const { status, json } = await send(letter({ body }))
    expect(status).toBe(403)
    expect(Object.keys(json)).toEqual(['statement'])
  })

  test('viewers with its public key alone', async () => {
    const path = '/.well-known/jwks.json'
    const { json } = await send({ method: 'GET', path, headers: { host: host() } })
    const x = Buffer.from(keys('iam').publicKeys['iam'] ?? '', 'base64').toString('base64url')
    const key = { kty: 'OKP', crv: 'Ed25519', x, kid: 'iam', alg: 'EdDSA', use: 'sig' }
    expect(json).toEqual({ keys: [key] })
  })
})

describe('an owner’s listener does not believe', () => {
  async function expectNotBelieved(sent: Sent, why = ''): Promise<void> {
    const { status, json } = await send(sent)
    expect({ status, code: json['code'] }).toEqual({ status: 401, code: 'BadCredentials' })
    expect(json['message']).toContain(why)
  }

  test('who does not sign', () =>
    expectNotBelieved({ ...letter(), headers: { host: host(), 'x-hop-depth': '1' } }))

  test('a wrong signature', async () => {
    const sent = letter()
    const authorization = sent.headers['authorization']?.replace(/.$/, (d) =>
      d === '0' ? '1' : '0',
    )
    await expectNotBelieved({
      ...sent,
      headers: { ...sent.headers, authorization: authorization! },
    })
  })

  test.each(['another path', 'another body', 'another depth'])(
    '%s than was signed',
    async (what) => {
      const { path, headers, body } = letter()
      const other = {
        'another path': { path: hopPath('authorization', 'authorize'), headers, body },
        'another body': { path, headers, body: Buffer.concat([body, Buffer.from(' ')]) },
        'another depth': { path, headers: { ...headers, 'x-hop-depth': '2' }, body },
      }[what]
      await expectNotBelieved(other!)
    },
  )

  test('a depth that was not signed', async () => {
    const credential = createHopCredentials(keys('s3')).issue('iam', world.clock.now())
    const body = content()
    const path = hopPath('credentials', 'resolveCaller')
    const headers = signRequest({
      method: 'POST',
      path,
      query: '',
      headers: { host: host() },
      body,
      credentials: credential,
      scope: { region: 'us-east-1', service: 'hop' },
      now: world.clock.now(),
      style: 'standard',
    })
    const sent = { path, body, headers: { ...headers, 'x-hop-depth': '1' } }
    await expectNotBelieved(sent, 'x-hop-depth is not signed')
  })

  test('a signature for a public API', async () => {
    const credential = createHopCredentials(keys('s3')).issue('iam', world.clock.now())
    const body = content()
    const path = hopPath('credentials', 'resolveCaller')
    const headers = signRequest({
      method: 'POST',
      path,
      query: '',
      headers: { host: host(), 'x-hop-depth': '1' },
      body,
      credentials: credential,
      scope: { region: 'us-east-1', service: 'iam' },
      now: world.clock.now(),
      style: 'standard',
    })
    await expectNotBelieved({ path, body, headers })
  })

  test('an asker with the secret of another pair', async () => {
    const lambda = createHopCredentials(keys('lambda')).issue('iam', world.clock.now())
    const { accessKeyId } = createHopCredentials(keys('s3')).issue('iam', world.clock.now())
    await expectNotBelieved(letter({ credential: { ...lambda, accessKeyId } }))
  })

  test('a service that has no business with it', async () => {
    const asStranger: ServiceKeys = { ...keys('stranger'), asks: { iam: keys('s3').asks['iam']! } }
    const credential = createHopCredentials(asStranger).issue('iam', world.clock.now())
    await expectNotBelieved(letter({ credential }), 'stranger has no business with iam')
  })

  test('a credential for another owner', async () => {
    const asked: ServiceKeys = { ...keys('s3'), asks: { sts: keys('s3').asks['iam']! } }
    const credential = createHopCredentials(asked).issue('sts', world.clock.now())
    await expectNotBelieved(letter({ credential }), 'no hop credential for iam')
  })

  test.each(['AKIAIOSFODNN7EXAMPLE', 'ASIAIOSFODNN7EXAMPLE', 'test'])(
    'the key of a client (%s)',
    async (accessKeyId) => {
      const credential = createHopCredentials(keys('s3')).issue('iam', world.clock.now())
      await expectNotBelieved(letter({ credential: { ...credential, accessKeyId } }))
    },
  )

  test('a credential that has expired, though the request is fresh', async () => {
    const now = world.clock.now()
    const credentials = createHopCredentials(keys('s3'))
    const late = credentials.issue('iam', now - minutes(15))
    await expectNotBelieved(letter({ credential: late }), 'has expired')
    const inTime = credentials.issue('iam', now - minutes(10))
    expect((await send(letter({ credential: inTime }))).status).toBe(200)
  })

  test('a credential of a time to come', async () => {
    const early = createHopCredentials(keys('s3')).issue('iam', world.clock.now() + minutes(20))
    await expectNotBelieved(letter({ credential: early }), 'is not valid yet')
  })

  test('a captured request, a quarter of an hour later', async () => {
    const at = world.clock.now() - minutes(15) - 1000
    const credential = createHopCredentials(keys('s3')).issue('iam', world.clock.now())
    await expectNotBelieved(letter({ at, credential }))
  })
})

describe('an owner’s listener refuses', () => {
  async function expectBadAsk(sent: Sent): Promise<void> {
    const { status, json } = await send(sent)
    expect({ status, code: json['code'] }).toEqual({ status: 400, code: 'BadAsk' })
  }

  test('a body beyond four megabytes', () =>
    expectBadAsk(letter({ body: Buffer.alloc(maximumAsk + 1, 32) })))

  test.each([0, 5, 9, 10, -1, 1.5])('depth %s', (depth) => expectBadAsk(letter({ depth })))

  test.each<[string, Buffer]>([
    ['no JSON', Buffer.from('{')],
    ['nothing', Buffer.alloc(0)],
    ['a list', Buffer.from('[]')],
    ['no nonce', content({ nonce: undefined })],
    ['a short nonce', content({ nonce: 'n' })],
    ['more than belongs there', content({ caller: 'Root' })],
    ['a bound that is none', content({ bound: 'x' })],
    ['no ask', content({ ask: undefined })],
  ])('a body with %s', (_, body) => expectBadAsk(letter({ body })))

  test.each([
    '/',
    '/_hop/',
    '/_hop/credentials',
    '/_hop/nothing/resolveCaller',
    '/_hop/credentials/nothing',
    '/_hop/credentials/constructor',
    '/_hop/guardrails/guardrailsFor',
    '/_hop/credentials/resolveCaller/',
    '/_hop//credentials/resolveCaller',
  ])('the path %s', (path) => expectBadAsk(letter({ path })))

  test('a query', async () => {
    const sent = letter()
    await expectBadAsk({ ...sent, path: `${sent.path}?a=b` })
  })

  test('any method but POST', async () => {
    await expectBadAsk({ ...letter(), method: 'PUT' })
    const { body: _, ...bare } = letter()
    await expectBadAsk({ ...bare, method: 'GET' })
  })

  test('whoever was led here under another name', async () => {
    const path = '/.well-known/jwks.json'
    for (const name of [
      'evil.example',
      'localhost:1',
      `evil.example:${world.addressOf('iam').port}`,
    ])
      await expectBadAsk({ method: 'GET', path, headers: { host: name } })
  })

  test('listens on loopback alone', () => {
    expect(world.addressOf('iam').host).toBe('127.0.0.1')
  })
})

describe('an ask that must not be handled twice', () => {
  const path = hopPath('counter', 'count')
  const ask = (nonce: string) => letter({ path, body: content({ nonce, ask: {} }) })
  const answerOf = (jws: string | undefined) =>
    JSON.parse(Buffer.from(jws?.split('.')[1] ?? '', 'base64url').toString()).body

  test('is not, when the same bytes come again', async () => {
    const sent = ask('aaaaaaaaaaaaaaaa')
    const [first, second] = await Promise.all([send(sent), send(sent)])
    const third = await send(sent)
    expect(second.json).toEqual(first.json)
    expect(third.json).toEqual(first.json)
    const next = await send(ask('bbbbbbbbbbbbbbbb'))
    expect(answerOf(next.json['statement'])).toBe(answerOf(first.json['statement']) + 1)
  })
})
