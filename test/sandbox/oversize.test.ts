/** Too much of anything is refused in the service's words, and soon; nothing of ours breaks. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox } from '#sandbox/index.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { rawBytes } from '../kernel/http/rawBytes.ts'
import { rawExchange } from '../kernel/http/rawExchange.ts'
import { printed, type Signable, signedLines } from '../kernel/http/signedBytes.ts'

let sandbox: Sandbox
const failures: unknown[] = []
beforeAll(async () => {
  sandbox = await startSandbox()
  sandbox.onEvent((event) => {
    if (event.kind === 'explain' && event.topic === 'failure') failures.push(event.data)
  })
})
afterEach(() => expect(failures.splice(0)).toEqual([]))
afterAll(() => sandbox.close())

const portOf = (party: string) => Number(new URL(sandbox.endpoints[party]!).port)
const code = (body: string) => /<Code>(\w+)<\/Code>/.exec(body)?.[1]

async function signed(request: Partial<Signable> & Pick<Signable, 'service'>) {
  const port = portOf('gateway')
  const lines = signedLines({ credentials: sandbox.admin!, ...request, port })
  const began = performance.now()
  const { status, body } = await rawExchange(port, printed(lines))
  expect(performance.now() - began).toBeLessThan(2_000)
  return `${status} ${code(body) ?? ''}`.trim()
}

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const getUser = 'Action=GetUser&Version=2010-05-08'
const createBucket = (body: string) =>
  signed({ service: 's3', method: 'PUT', path: '/oversize', body })

describe('a query', () => {
  test.each([
    [1_000, '200'],
    [15_000, '400 InvalidURI'],
  ])('of %i parameters is signed and read: %s', async (count, said) => {
    const query = Array.from({ length: count }, (_, i) => `a${i % 1_000}`).join('&')
    expect(await signed({ service: 's3', query: query.slice(0, 60_000) })).toBe(said)
  })
})

describe('a form', () => {
  const post = (body: string) => signed({ service: 'iam', method: 'POST', headers: form, body })

  test('of 10,000 fields is read', async () => {
    expect(await post(getUser + '&a=b'.repeat(9_998))).toBe('200')
  })

  test('of more is refused', async () => {
    expect(await post(getUser + '&a=b'.repeat(10_001))).toBe('404 MalformedQueryString')
  })

  test('of a list with a gap of a billion is no list of a billion', async () => {
    const body = 'Action=TagRole&Version=2010-05-08&RoleName=r&Tags.member.1000000000.Key=a'
    expect(await post(body)).toMatch(/^(400|404|501) /)
  })

  test('of more bytes than the API takes is refused', async () => {
    const body = `Action=GetCallerIdentity&Version=2011-06-15&a=${'b'.repeat(300_000)}`
    const said = await signed({ service: 'sts', method: 'POST', headers: form, body })
    expect(said).toBe('413 RequestEntityTooLarge')
  })
})

describe('an XML document', () => {
  test.each([
    ['of many levels', '<a>'.repeat(100_000)],
    ['of many elements', `<a>${'<b/>'.repeat(150_000)}</a>`],
    [
      'of many attributes',
      `<a ${Array.from({ length: 20_000 }, (_, i) => `b${i}="c"`).join(' ')}/>`,
    ],
    ['with a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
  ])('%s is refused', async (_, body) => {
    expect(await createBucket(body)).toBe('400 MalformedXML')
  })

  test('of more bytes than a document has is refused', async () => {
    expect(await createBucket(`<a>${' '.repeat(1_100_000)}</a>`)).toBe(
      '400 MaxMessageLengthExceeded',
    )
  })
})

const nested = (levels: number) => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`
const unsigned = (line: string, headers: readonly string[], body: string) =>
  [`${line} HTTP/1.1`, 'Host: HOST', ...headers, `Content-Length: ${body.length}`, '', body].join(
    '\r\n',
  )

async function plain(party: string, bytes: string): Promise<number> {
  const port = portOf(party)
  const began = performance.now()
  const { status } = await rawExchange(port, bytes.replace('HOST', `127.0.0.1:${port}`))
  expect(performance.now() - began).toBeLessThan(2_000)
  return status
}

describe('JSON', () => {
  const json = ['Content-Type: application/json']

  test.each([10, 1_000, 25_000])('of %i levels is refused by Identity Center', async (levels) => {
    for (const member of ['a', 'scopes', 'clientName']) {
      const body = nested(levels).replace('"a"', `"${member}"`)
      expect(await plain('identity-center', unsigned('POST /client/register', json, body))).toBe(
        400,
      )
    }
  })

  test.each([10, 1_000, 20_000])('of %i levels is refused by the control API', async (levels) => {
    const head = [...json, `x-hopscope-token: ${sandbox.controlToken}`]
    expect(await plain('control', unsigned('POST /clock', head, nested(levels)))).toBe(400)
  })

  test('of 70 KB is refused by the control API', async () => {
    const head = [...json, `x-hopscope-token: ${sandbox.controlToken}`]
    expect(await plain('control', unsigned('POST /clock', head, nested(40_000)))).toBe(413)
  })
})

describe('a page', () => {
  const type = 'Content-Type: application/x-www-form-urlencoded'

  test.each([
    ['idp', '/login', [type], `a=${'b'.repeat(600_000)}`, 413],
    ['idp', '/login', [type], '&a=b'.repeat(4_000), 400],
    ['idp', '/login', ['Content-Type: multipart/form-data; boundary=x'], '--x--\r\n', 415],
    ['idp', '/login', ['Content-Type: application/json'], nested(5_000), 415],
    ['identity-center', '/device', [type], `a=${'b'.repeat(20_000)}`, 413],
    ['identity-center', '/device', ['Content-Type: multipart/form-data; boundary=x'], '--x--', 415],
  ] as const)('of %s at %s refuses %j', async (party, path, headers, body, status) => {
    expect(await plain(party, unsigned(`POST ${path}`, headers, body))).toBe(status)
  })

  test('takes no longer body than it says where nobody knows how long it will be', async () => {
    const port = portOf('idp')
    const chunk = `4000\r\n${'a'.repeat(0x4000)}\r\n`
    const head = [
      `POST /login HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      type,
      'Transfer-Encoding: chunked',
    ]
    const { statuses } = await rawBytes(port, [...head, '', chunk.repeat(40)].join('\r\n'))
    expect(statuses).toEqual([413])
  })
})
