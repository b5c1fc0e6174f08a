/** Damaged requests over real sockets, through gateway and parties: each is answered or cut off, and nothing of ours breaks. */
import { connect } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSandbox } from '#sandbox/index.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { rawExchange } from '../kernel/http/rawExchange.ts'
import { printed, type Signable, signedLines } from '../kernel/http/signedBytes.ts'
import { caseCount, fuzzSeed, report } from './campaign.ts'
import { mutated } from './mutated.ts'

let sandbox: Sandbox
const failures: unknown[] = []
beforeAll(async () => {
  sandbox = await startSandbox({ keepExchanges: 10 })
  sandbox.onEvent((event) => {
    if (event.kind === 'explain' && event.topic === 'failure') failures.push(event.data)
  })
})
afterAll(() => sandbox.close())

const portOf = (party: string) => Number(new URL(sandbox.endpoints[party]!).port)

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const signables: Partial<Signable>[] = [
  { service: 's3' },
  { service: 's3', method: 'PUT', path: '/fuzzed' },
  {
    service: 's3',
    method: 'PUT',
    path: '/fuzzed/k',
    body: 'hello',
    headers: { 'x-amz-meta-a': 'b' },
  },
  { service: 's3', query: 'list-type=2&prefix=k', path: '/fuzzed' },
  {
    service: 'sts',
    method: 'POST',
    headers: form,
    body: 'Action=GetCallerIdentity&Version=2011-06-15',
  },
  { service: 'iam', method: 'POST', headers: form, body: 'Action=ListUsers&Version=2010-05-08' },
]

function validRequests(): string[] {
  const port = portOf('gateway')
  const credentials = sandbox.admin!
  const unsigned = (line: string, headers: readonly string[] = [], body = '') =>
    [
      `${line} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      ...headers,
      `Content-Length: ${body.length}`,
      '',
      body,
    ].join('\r\n')
  return [
    ...signables.map((each) => printed(signedLines({ service: 's3', credentials, ...each, port }))),
    unsigned(
      'POST /client/register',
      ['Content-Type: application/json'],
      '{"clientName":"c","clientType":"public"}',
    ),
    unsigned('GET /assignment/accounts', ['x-amz-sso_bearer_token: abc']),
    unsigned(
      'POST /login',
      ['Content-Type: application/x-www-form-urlencoded'],
      'userName=a&password=b&csrf=c',
    ),
    unsigned(
      'POST /saml/sso',
      ['Content-Type: application/x-www-form-urlencoded'],
      'SAMLRequest=PGEvPg%3D%3D',
    ),
    unsigned('GET /device?user_code=ABCD-EFGH', [
      'Cookie: hopscope_portal=a; hopscope_portal_signin=b',
    ]),
    unsigned('GET /clock', ['x-hopscope-token: abc']),
  ]
}

const words = [
  ...['\r\n', '\r\n\r\n', '\n', '\r', '\0', ' ', ':', '\t', '\xff', '%00', '%', '&', '=', '/', '?'],
  ...[
    'Transfer-Encoding: chunked\r\n',
    'Content-Length: 5\r\n',
    'Expect: 100-continue\r\n',
    'Host: a\r\n',
  ],
  ...[
    'Connection: close\r\n',
    'Upgrade: h2c\r\n',
    'HTTP/1.0',
    'HTTP/2.0',
    'x-amz-acl: a\r\n',
    'OPTIONS',
    'HEAD ',
  ],
  ...[
    '0\r\n\r\n',
    'ffffffff\r\n',
    'AWS4-HMAC-SHA256',
    'X-Amz-Signature=',
    'Action=',
    '__proto__',
    '<',
    '{',
  ],
]

/** What came back before the connection ended; the client sends nothing more. */
const exchange = (port: number, bytes: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    const done = () => {
      clearTimeout(timer)
      socket.destroy()
      resolve(text)
    }
    const timer = setTimeout(() => {
      text += '(nothing more came)'
      done()
    }, 10_000)
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
    })
    socket.on('end', done).on('error', done).on('close', done)
    socket.end(Buffer.from(bytes, 'latin1'))
  })

const atOnce = 8
const parties = [
  'gateway',
  'gateway',
  'gateway',
  'idp',
  'identity-center',
  'sts',
  'iam',
  's3',
  'control',
]

test('damaged requests are answered or cut off', { timeout: 600_000 }, async () => {
  const seed = fuzzSeed()
  const cases = fc.sample(
    fc.record({ bytes: mutated(validRequests(), words, 60), to: fc.constantFrom(...parties) }),
    { numRuns: Math.max(200, caseCount() / 5), seed },
  )
  const wrong: unknown[] = []
  let slowest = 0
  const work = async () => {
    for (let next = cases.pop(); next; next = cases.pop()) {
      const began = performance.now()
      const text = await exchange(portOf(next.to), next.bytes)
      slowest = Math.max(slowest, performance.now() - began)
      const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) =>
        Number(status),
      )
      const isOurs = statuses.some((status) => status >= 500 && status !== 501 && status !== 505)
      if (isOurs || text.endsWith('(nothing more came)')) wrong.push({ ...next, text })
    }
  }
  const tried = cases.length
  await Promise.all(Array.from({ length: atOnce }, work))
  report('whole pipeline over sockets', { tried, failed: wrong.length, seed, slowest })
  expect(wrong.slice(0, 3)).toEqual([])
  expect(failures.slice(0, 3)).toEqual([])
  const { admin: credentials } = sandbox
  const port = portOf('gateway')
  const still = printed(signedLines({ service: 's3', credentials: credentials!, port }))
  expect((await rawExchange(port, still)).status).toBe(200)
})
