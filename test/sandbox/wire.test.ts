/** What comes off the wire is one request or none: the same bytes at every port that listens. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openInOneProcess } from '#sandbox/startInOneProcess.ts'
import { rawBytes } from '../kernel/http/rawBytes.ts'
import { rawConnection, rawExchange } from '../kernel/http/rawExchange.ts'
import { printed, signedLines } from '../kernel/http/signedBytes.ts'

let opened: Awaited<ReturnType<typeof openInOneProcess>>
/** Gateway, parties and control by name; internal listeners as `hop iam`. */
const ports = new Map<string, number>()

beforeAll(async () => {
  opened = await openInOneProcess({ hops: 'http' })
  const { sandbox, services } = opened
  for (const [name, url] of Object.entries(sandbox.endpoints))
    if (name !== 'page') ports.set(name, Number(new URL(url).port))
  for (const [name, { port }] of Object.entries(services.ports.addresses()))
    ports.set(`hop ${name}`, port)
})
afterAll(() => opened.sandbox.close())

const everywhere = ['gateway', 'idp', 'identity-center', 'sts', 'iam', 's3', 'control', 'hop iam']

interface Line {
  readonly line?: string
  readonly host?: string
  readonly headers?: readonly string[]
  readonly body?: string
}

const bytesOf = (port: number, { line = 'POST / HTTP/1.1', headers = [], ...rest }: Line) => {
  const host = rest.host ?? `Host: 127.0.0.1:${port}`
  const head = [line, ...(host === '' ? [] : [host]), ...headers, '', rest.body ?? '']
  return Buffer.from(head.join('\r\n'), 'latin1')
}

/** A request that must never be read as one. */
const hidden = 'GET /hidden HTTP/1.1\r\nHost: hidden.example\r\n\r\n'
const chunked = 'Transfer-Encoding: chunked'
const last = '0\r\n\r\n'
const get = 'GET / HTTP/1.1'

/** What a strict reader of RFC 9112 refuses, with the status that it gets everywhere. */
const refused: [what: string, status: number, sent: Line][] = [
  ['length and chunks', 400, { headers: ['Content-Length: 4', chunked], body: last + hidden }],
  ['chunks and length', 400, { headers: [chunked, 'Content-Length: 4'], body: last + hidden }],
  [
    'the same length twice',
    400,
    { headers: ['Content-Length: 3', 'Content-Length: 3'], body: 'abc' },
  ],
  ['two lengths', 400, { headers: ['Content-Length: 3', 'Content-Length: 0'], body: 'abc' }],
  ['a list of lengths', 400, { headers: ['Content-Length: 3, 3'], body: 'abc' }],
  ['a length with a plus', 400, { headers: ['Content-Length: +3'], body: 'abc' }],
  ['a length with a minus', 400, { headers: ['Content-Length: -1'], body: 'abc' }],
  ['a length in hexadecimal', 400, { headers: ['Content-Length: 0x3'], body: 'abc' }],
  ['a length with a blank in it', 400, { headers: ['Content-Length: 1 2'], body: 'abc' }],
  ['an empty length', 400, { headers: ['Content-Length: '], body: 'abc' }],
  [
    'a length beyond 64 bits',
    400,
    { headers: ['Content-Length: 99999999999999999999'], body: 'abc' },
  ],
  ['a blank before the colon', 400, { headers: ['Content-Length : 3'], body: 'abc' }],
  ['a tab before the colon', 400, { headers: ['X-A\t: 3'] }],
  ['a folded header', 400, { headers: ['X-A: a', ' b'] }],
  ['a folded coding', 400, { headers: ['Transfer-Encoding:', ' chunked'], body: last }],
  ['a blank before the first header', 400, { host: ' Host: x' }],
  ['lines that end in LF', 400, { line: `${get}\nHost: x\n\n`, host: '' }],
  ['a header that ends in LF', 400, { headers: ['X-A: b\nX-B: c'] }],
  ['a CR within a header', 400, { headers: ['X-A: b\rX-B: c'] }],
  ['NUL in a header', 400, { headers: ['X-A: b\0c'] }],
  ['a control character in a header', 400, { headers: ['X-A: b\u0001c'] }],
  ['NUL in a name', 400, { headers: ['X\0A: b'] }],
  ['a name of no letters', 400, { headers: [': b'] }],
  ['a line without colon', 400, { headers: ['nothing'] }],
  ['NUL in the target', 400, { line: 'GET /a\0b HTTP/1.1' }],
  ['a control character in the target', 400, { line: 'GET /a\u0001b HTTP/1.1' }],
  ['a tab in the target', 400, { line: 'GET /a\tb HTTP/1.1' }],
  ['a byte beyond ASCII in the target', 400, { line: 'GET /\xff HTTP/1.1' }],
  ['no target', 400, { line: 'GET  HTTP/1.1' }],
  ['an authority for a target', 400, { line: 'GET other.example:80 HTTP/1.1' }],
  ['a method in small letters', 400, { line: 'get / HTTP/1.1' }],
  ['a method of 100 letters', 400, { line: `${'A'.repeat(100)} / HTTP/1.1` }],
  ['a preface of HTTP/2', 400, { line: 'PRI * HTTP/2.0', host: '', body: 'SM\r\n\r\n' }],
  ['HTTP/2.0', 505, { line: 'GET / HTTP/2.0' }],
  ['HTTP/1.2', 400, { line: 'GET / HTTP/1.2' }],
  ['HTTP/0.9', 505, { line: 'GET /', host: '' }],
  ['no Host', 400, { line: get, host: '' }],
  ['two Hosts', 400, { headers: ['host: other.example'] }],
  ['two Hosts far apart', 400, { headers: [...Array(40).fill('a: b'), 'HOST: other.example'] }],
  ['a Host with a person in it', 400, { host: 'Host: me@127.0.0.1' }],
  ['a Host with a path', 400, { host: 'Host: 127.0.0.1/x' }],
  ['a Host with a blank', 400, { host: 'Host: 127.0.0.1 other.example' }],
  ['a list of Hosts', 400, { host: 'Host: 127.0.0.1, other.example' }],
  ['chunks in HTTP/1.0', 400, { line: 'POST / HTTP/1.0', headers: [chunked], body: last + hidden }],
  ['an unknown coding', 501, { headers: ['Transfer-Encoding: xchunked'], body: last + hidden }],
  ['a coding that is none', 501, { headers: ['Transfer-Encoding: identity'], body: last + hidden }],
  ['no coding at all', 501, { headers: ['Transfer-Encoding: '], body: last + hidden }],
  ['a quoted coding', 501, { headers: ['Transfer-Encoding: "chunked"'], body: last + hidden }],
  ['chunks of gzip', 501, { headers: ['Transfer-Encoding: gzip, chunked'], body: last }],
  ['gzip of chunks', 400, { headers: ['Transfer-Encoding: chunked, gzip'], body: last + hidden }],
  ['chunks twice', 400, { headers: [chunked, chunked], body: last + hidden }],
  ['chunks and no coding', 400, { headers: [chunked, 'Transfer-Encoding: identity'], body: last }],
  ['a control character before the coding', 400, { headers: ['Transfer-Encoding: \u000bchunked'] }],
  ['an expectation that nobody meets', 417, { headers: ['Expect: 200-ok', 'Content-Length: 3'] }],
  ['a tunnel', 405, { line: 'CONNECT other.example:80 HTTP/1.1', body: hidden }],
  ['a request line of 70 KB', 431, { line: `GET /${'a'.repeat(70_000)} HTTP/1.1` }],
  ['a header of 70 KB', 431, { headers: [`X-A: ${'a'.repeat(70_000)}`] }],
  ['many headers, 70 KB together', 431, { headers: Array(700).fill(`X-A: ${'a'.repeat(95)}`) }],
  ['501 headers', 431, { headers: Array(501).fill('a: b') }],
  ['2,500 headers', 431, { headers: [...Array(2_500).fill('a: b'), 'Host: other.example'] }],
]

describe.each(everywhere)('at %s', (name) => {
  test.each(refused)('%s: %i, and nothing after it is read', async (_, status, sent) => {
    const port = ports.get(name)!
    const came = await rawBytes(port, bytesOf(port, sent))
    expect(came.statuses).toEqual([status])
    expect(came.closed).toBe(true)
    expect(came.text).not.toContain('hidden')
  })

  /** Parsing fails in the middle of a body: the request before it has its one answer, or none. */
  test.each([
    ['a chunk extension of 20 KB', `3;${'a'.repeat(20_000)}\r\nabc\r\n${last}`],
    ['a size that is no hexadecimal', `0x3\r\nabc\r\n${last}`],
    ['a size beyond 64 bits', `fffffffffffffffff\r\nabc\r\n${last}`],
    ['a blank after the size', `3 \r\nabc\r\n${last}`],
    ['lines that end in LF', '3\nabc\n0\n\n'],
    ['more bytes than the size says', `3\r\nabcdef\r\n${last}`],
    ['a trailer of 70 KB', `3\r\nabc\r\n0\r\nX-A: ${'a'.repeat(70_000)}\r\n\r\n`],
    ['a length in the trailer', '3\r\nabc\r\n0\r\nContent-Length: 50\r\n\r\n'],
  ])('chunks with %s end the connection after one answer', async (_, body) => {
    const port = ports.get(name)!
    const came = await rawBytes(port, bytesOf(port, { headers: [chunked], body: body + hidden }))
    expect(came.statuses).toHaveLength(1)
    expect(came.statuses[0]).toBeGreaterThanOrEqual(400)
    expect(came.statuses[0]).toBeLessThan(500)
    expect(came.closed).toBe(true)
    expect(came.text).not.toContain('hidden')
  })

  test('a body that nobody wants is not read as the next request', async () => {
    const port = ports.get(name)!
    const headers = [`Content-Length: ${hidden.length}`]
    const sent = bytesOf(port, { line: get, headers, body: hidden })
    const came = await rawBytes(port, Buffer.concat([sent, bytesOf(port, { line: get })]))
    expect(came.statuses).toHaveLength(2)
    expect(came.statuses[0]).toBe(came.statuses[1])
    expect(came.text).not.toContain('hidden')
  })

  test('an upgrade is not made', async () => {
    const port = ports.get(name)!
    const headers = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Key: AAAA']
    const { statuses } = await rawBytes(port, bytesOf(port, { line: get, headers }))
    expect(statuses).toHaveLength(1)
    expect(statuses[0]).toBeGreaterThanOrEqual(400)
  })

  test('a body beyond every limit is refused before it comes', async () => {
    const port = ports.get(name)!
    const headers = ['Content-Length: 9223372036854775807']
    const { statuses } = await rawBytes(port, bytesOf(port, { headers }))
    expect(statuses).toHaveLength(1)
    expect(statuses[0]).toBeGreaterThanOrEqual(400)
    expect(statuses[0]).toBeLessThan(500)
  })

  test('HTTP/1.0 gets an answer, and the connection closes', async () => {
    const port = ports.get(name)!
    const came = await rawBytes(port, bytesOf(port, { line: 'GET / HTTP/1.0' }))
    expect(came.statuses).toHaveLength(1)
    expect(came.closed).toBe(true)
  })
})

describe('a client that breaks off', () => {
  const key = '/broken-off/object'
  const body = 'x'.repeat(200_000)
  const signed = (method: string, path: string, content = '') =>
    printed(
      signedLines({
        port: ports.get('gateway')!,
        service: 's3',
        credentials: opened.sandbox.admin!,
        method,
        path,
        body: content,
      }),
    )
  const send = (bytes: string) => rawExchange(ports.get('gateway')!, bytes)

  test.each([
    ['before its headers end', 200],
    ['before its body begins', undefined],
    ['in the middle of its body', 100_000],
    ['before the last byte', 200_000 - 1],
  ])('%s leaves nothing behind', async (when, at) => {
    expect((await send(signed('PUT', '/broken-off'))).status).toBeOneOf([200, 409])
    const whole = signed('PUT', key, body)
    const start = whole.indexOf('\r\n\r\n') + 4
    const cut = when.includes('headers') ? at! : start + (at ?? 0)
    const connection = rawConnection(ports.get('gateway')!)
    await new Promise((resolve) => connection.socket.write(whole.slice(0, cut), resolve))
    const before = opened.sandbox.recording().length
    if (!when.includes('headers')) await expect.poll(() => requests(key)).toBeGreaterThan(0)
    connection.socket.resetAndDestroy()
    await connection.closed
    if (!when.includes('headers')) await expect.poll(() => answers(key)).toBe(requests(key))
    expect(before).toBeGreaterThan(0)
    expect((await send(signed('GET', key))).status).toBe(404)
    const { body: listed } = await send(signed('GET', '/broken-off', ''))
    expect(listed).not.toContain('object')
  })
})

/** How many requests for a path are in the recording, and how many of them were answered. */
const requests = (path: string) => exchangesFor(path).length
const answers = (path: string) => {
  const numbers = new Set(exchangesFor(path))
  return opened.sandbox
    .recording()
    .filter((event) => event.kind === 'response' && numbers.has(event.exchange)).length
}
const exchangesFor = (path: string) =>
  opened.sandbox
    .recording()
    .flatMap((event) => (event.kind === 'request' && event.target === path ? [event.exchange] : []))
