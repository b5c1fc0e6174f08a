/** What a signature covers and what it does not, over the wire: one change to a request that was right. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox } from '#sandbox/index.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { type RawAnswer, rawExchange } from '../kernel/http/rawExchange.ts'
import {
  printed,
  type Signable,
  type SignedLines,
  signedLines,
} from '../kernel/http/signedBytes.ts'

type Service = 's3' | 'sts' | 'iam'
type Change = (request: SignedLines) => void

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

const form = { 'content-type': 'application/x-www-form-urlencoded' }

/** What each service takes from the development key as it stands. */
const right: Readonly<Record<Service, Omit<Signable, 'port' | 'service' | 'credentials'>>> = {
  s3: { method: 'PUT', path: '/photos', headers: { 'x-amz-acl': 'private', 'user-agent': 'a/1' } },
  sts: {
    method: 'POST',
    headers: { ...form, 'user-agent': 'a/1' },
    body: 'Action=GetCallerIdentity&Version=2011-06-15',
  },
  iam: {
    method: 'POST',
    headers: { ...form, 'user-agent': 'a/1' },
    body: 'Action=GetUser&Version=2010-05-08',
  },
}

const services = ['s3', 'sts', 'iam'] as const

interface Sending extends Partial<Signable> {
  /** To its own port, else to the gateway. */
  readonly direct?: true
}

async function send(service: Service, change: Change, more: Sending = {}): Promise<RawAnswer> {
  const port = Number(new URL(more.direct ? sandbox.endpoints[service]! : sandbox.endpoint).port)
  const request = signedLines({
    ...right[service],
    credentials: sandbox.admin!,
    ...more,
    port,
    service,
  })
  change(request)
  await sandbox.reset()
  return rawExchange(port, printed(request))
}

const code = ({ body }: RawAnswer) => /<Code>(\w+)<\/Code>/.exec(body)?.[1] ?? 'none'
const said = (answer: RawAnswer) => `${answer.status} ${code(answer)}`

/** Nobody's signature was believed. */
const nothingHappened = async () => expect(await sandbox.journal()).toEqual([])

const add =
  (name: string, value: string): Change =>
  ({ headers }) =>
    void headers.push([name, value])
const set =
  (name: string, value: string): Change =>
  ({ headers }) => {
    const header = headers.find(([known]) => known === name)
    if (header) header[1] = value
    else headers.push([name, value])
  }
const again =
  (name: string, value?: string): Change =>
  (request) => {
    const known = request.headers.find(([found]) => found === name)?.[1]
    request.headers.push([name.toUpperCase(), value ?? known ?? ''])
  }
const none: Change = () => {}
const target =
  (change: (before: string) => string): Change =>
  (request) => {
    request.target = change(request.target)
  }
const body =
  (change: (before: string) => string): Change =>
  (request) => {
    request.body = change(request.body)
  }

const mismatch = {
  s3: '403 SignatureDoesNotMatch',
  sts: '403 SignatureDoesNotMatch',
  iam: '403 SignatureDoesNotMatch',
}
const incomplete = (s3: string) => ({
  s3,
  sts: '400 IncompleteSignature',
  iam: '400 IncompleteSignature',
})
const passes = { s3: '200 none', sts: '200 none', iam: '200 none' }

const authorization =
  'AWS4-HMAC-SHA256 Credential=AKIA/20261124/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0'
const several = incomplete('400 InvalidArgument')
const repeated = incomplete('400 InvalidArgument')

const table: [what: string, change: Change, expected: Readonly<Record<Service, string>>][] = [
  ['nothing changed', none, passes],
  ['another user-agent, which is not signed', set('user-agent', 'b/2'), passes],
  ['a further header that AWS does not know', add('X-Forwarded-For', '203.0.113.9'), passes],
  ['a further cookie', add('cookie', 'a=b'), passes],
  ['a further x-amz- header', add('x-amz-meta-a', 'b'), { ...mismatch, s3: '403 AccessDenied' }],
  [
    'a further x-amz- header in capitals',
    add('X-AMZ-META-A', 'b'),
    { ...mismatch, s3: '403 AccessDenied' },
  ],
  [
    'a further session token',
    add('x-amz-security-token', 'b'),
    { s3: '400 InvalidToken', sts: '403 InvalidClientTokenId', iam: '403 InvalidClientTokenId' },
  ],
  ['another path', target(() => '/photos2'), mismatch],
  ['a further parameter', target((before) => `${before}?x`), mismatch],
  ['another Host', set('host', 's3.amazonaws.com'), mismatch],
  [
    'another date, the same second in other words',
    set('x-amz-date', 'now'),
    incomplete('403 AccessDenied'),
  ],
  // One of two would be checked and the other one used.
  ['a second Authorization', add('Authorization', authorization), several],
  ['the same Authorization again', again('authorization'), several],
  ['a second Authorization of version 2', add('Authorization', 'AWS AKIA:c2ln'), several],
  ['a second Authorization of another kind', add('Authorization', 'Bearer abc'), several],
  ['a signed URL besides', target((before) => `${before}?X-Amz-Signature=0`), several],
  [
    'an algorithm in the URL besides',
    target((before) => `${before}?X-Amz-Algorithm=AWS4-HMAC-SHA256`),
    several,
  ],
  [
    'a URL signed with version 2 besides',
    target((before) => `${before}?Signature=0&Expires=1&AWSAccessKeyId=a`),
    several,
  ],
  ['the date again', again('x-amz-date'), repeated],
  ['a second date', again('x-amz-date', '20261124T000000Z'), repeated],
  [
    'the hash of the body again',
    again('x-amz-content-sha256', 'UNSIGNED-PAYLOAD'),
    { ...mismatch, s3: '400 InvalidArgument' },
  ],
  [
    'two session tokens',
    (r) => {
      add('x-amz-security-token', 'a')(r)
      add('x-amz-security-token', 'b')(r)
    },
    repeated,
  ],
  [
    'two targets',
    (r) => {
      add('x-amz-target', 'a.b')(r)
      add('x-amz-target', 'c.d')(r)
    },
    repeated,
  ],
  [
    'two content types',
    (r) => {
      set('content-type', form['content-type'])(r)
      add('content-type', 'text/xml')(r)
    },
    repeated,
  ],
]

describe.each(services)('%s', (service) => {
  test.each(table)('with %s', async (_, change, expected) => {
    const answer = await send(service, change)
    // Between the gateway and its own port nothing is lost or added.
    expect(said(await send(service, change, { direct: true }))).toBe(said(answer))
    expect(said(answer)).toBe(expected[service])
    if (answer.status !== 200) await nothingHappened()
  })

  test.each([
    ['two Hosts', again('host', 'other.example')],
    [
      'two lengths',
      (r: SignedLines) => {
        set('content-length', '0')(r)
        add('content-length', '1')(r)
      },
    ],
  ])('with %s: no request at all', async (_, change) => {
    expect(await send(service, change)).toMatchObject({ status: 400, body: '' })
    await nothingHappened()
  })

  test.each([
    [-899, '200 none'],
    [899, '200 none'],
    [-901, service === 's3' ? '403 RequestTimeTooSkewed' : '403 SignatureDoesNotMatch'],
    [903, service === 's3' ? '403 RequestTimeTooSkewed' : '403 SignatureDoesNotMatch'],
  ])('with a date %i seconds off: %s', async (seconds, expected) => {
    const answer = await send(service, none, { now: Date.now() + seconds * 1000 })
    expect(said(answer)).toBe(expected)
    if (answer.status !== 200 && service !== 's3') expect(answer.body).toMatch(/15 min\.\)/)
  })
})

describe('S3', () => {
  const hello = { method: 'PUT', path: '/photos', body: '<CreateBucketConfiguration />' }

  test('names every x-amz- header that is not signed', async () => {
    const { body } = await send('s3', (request) => {
      add('x-amz-meta-a', 'b')(request)
      add('X-Amz-Tagging', 'c=d')(request)
    })
    expect(body).toContain('<HeadersNotSigned>x-amz-meta-a, x-amz-tagging</HeadersNotSigned>')
  })

  test('takes no other value of a signed header', async () => {
    expect(said(await send('s3', set('x-amz-acl', 'public-read')))).toBe(
      '403 SignatureDoesNotMatch',
    )
  })

  test('takes no other body than the one that was hashed', async () => {
    const answer = await send(
      's3',
      body((before) => before.replace(' ', '\n')),
      hello,
    )
    expect(said(answer)).toBe('400 XAmzContentSHA256Mismatch')
    expect(answer.body).toMatch(/<S3ComputedContentSHA256>[0-9a-f]{64}</)
    expect((await sandbox.journal()).filter(({ errorCode }) => errorCode === undefined)).toEqual([])
  })

  test('takes another body where the signature leaves it out', async () => {
    const put = { ...hello, headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } }
    const change = body((before) => before.replace(' ', '\n'))
    expect(said(await send('s3', none, put))).toBe('200 none')
    expect(said(await send('s3', change, put))).toBe('200 none')
  })

  test('takes no form with a policy beside a signed header', async () => {
    const policy = '--x\r\nContent-Disposition: form-data; name="policy"\r\n\r\ne30=\r\n--x--\r\n'
    const answer = await send('s3', none, {
      method: 'POST',
      path: '/photos',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: policy,
    })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    await nothingHappened()
  })
})

test.each(['sts', 'iam'] as const)('%s takes no other body at all', async (service) => {
  const marked = { body: `${right[service].body}&Marker=a` }
  const change = body((before) => before.replace('=a', '=b'))
  expect(said(await send(service, none, marked))).toBe('200 none')
  expect(said(await send(service, change, marked))).toBe('403 SignatureDoesNotMatch')
  await nothingHappened()
})

test('Identity Center takes no two access tokens', async () => {
  const port = Number(new URL(sandbox.endpoint).port)
  const token = (value: string) => `x-amz-sso_bearer_token: ${value}`
  const lines = [
    'GET /assignment/accounts HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    token('a'),
    token('a'),
  ]
  const answer = await rawExchange(port, [...lines, '', ''].join('\r\n'))
  expect(answer.status).toBe(401)
  const explained = sandbox.recording().filter((event) => event.kind === 'explain')
  expect(JSON.stringify(explained)).toContain('two access tokens')
})
