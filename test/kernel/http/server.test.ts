import { createServer as createNetServer, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Exchange, Stage } from '#kernel/http/exchange.ts'
import { receive } from '#kernel/http/stages/receive.ts'
import { rawConnection, rawExchange } from './rawExchange.ts'
import { type Sample, served, startSample } from './sampleService.ts'
import { signedCall } from './signedCall.ts'

/** Answers what it received, as it received it. */
const echo: Stage = {
  name: 'echo',
  run: (x: Exchange) => {
    const { method, path, query, rawHeaders, body } = x.request
    const text = JSON.stringify({ method, path, query, rawHeaders, body: body.toString('latin1') })
    x.answer = { status: 200, headers: {}, body: Buffer.from(text) }
  },
}

let sample: Sample
beforeAll(async () => {
  sample = await startSample({
    definition: { apis: [{ ...served, pipeline: [receive, echo], bodyLimit: 100_000 }] },
  })
})
afterAll(() => sample.close())

const request = (line: string, headers: readonly string[] = [], body = '') =>
  [`${line} HTTP/1.1`, `Host: 127.0.0.1:${sample.port}`, ...headers, '', body].join('\r\n')

/** Longer than routers take path parameters for. */
const longTarget = `/${'k'.repeat(200)}`

describe('what reaches the pipeline is what was sent', () => {
  test.each([
    ['/b//a/../%2f%20?x=1&&y', '/b//a/../%2f%20', 'x=1&&y'],
    ['/%zz?%zz', '/%zz', '%zz'],
    ['/%C3?a?b', '/%C3', 'a?b'],
    ['/?', '/', ''],
    ['//', '//', ''],
    ['/a;b=c/%00/+?a+b', '/a;b=c/%00/+', 'a+b'],
    ['http://x/b/k?q', 'http://x/b/k', 'q'],
    ['/login/../metadata', '/login/../metadata', ''],
    [longTarget, longTarget, ''],
  ])('keeps the target %s', async (target, path, query) => {
    const { status, body } = await rawExchange(sample.port, request(`GET ${target}`))
    expect(status).toBe(200)
    expect(JSON.parse(body)).toMatchObject({ path, query })
  })

  test('keeps names, case, order and repetition of headers', async () => {
    const headers = ['X-Amz-Meta-B: 1', 'x-amz-meta-a:  two  words', 'X-Amz-Meta-B: 2']
    const { body } = await rawExchange(sample.port, request('GET /', headers))
    expect(JSON.parse(body).rawHeaders.slice(2)).toEqual([
      ...['X-Amz-Meta-B', '1'],
      ...['x-amz-meta-a', 'two  words'],
      ...['X-Amz-Meta-B', '2'],
    ])
  })

  test.each([
    'application/octet-stream',
    'application/x-amz-json-1.1',
    'application/json',
    'text/plain; charset=utf-8',
    'application/x-www-form-urlencoded',
    'this is / no type',
    ';',
  ])('takes a body of type %s unread', async (type) => {
    const headers = [`Content-Type: ${type}`, 'Content-Length: 3']
    const { status, body } = await rawExchange(sample.port, request('POST /', headers, '{x}'))
    expect(status).toBe(200)
    expect(JSON.parse(body).body).toBe('{x}')
  })

  test.each(['POST', 'DELETE', 'PUT'])('takes an empty body of JSON with %s', async (method) => {
    const headers = ['Content-Type: application/json', 'Content-Length: 0']
    const { status } = await rawExchange(sample.port, request(`${method} /`, headers))
    expect(status).toBe(200)
  })

  test('takes a chunked body, and the body of a GET', async () => {
    const chunked = ['Transfer-Encoding: chunked']
    const chunks = '3\r\nabc\r\n2;ext=1\r\nde\r\n0\r\n\r\n'
    const posted = await rawExchange(sample.port, request('POST /', chunked, chunks))
    expect(JSON.parse(posted.body).body).toBe('abcde')
    const got = await rawExchange(sample.port, request('GET /', ['Content-Length: 2'], 'ab'))
    expect(JSON.parse(got.body).body).toBe('ab')
  })

  test.each(['PROPFIND', 'PATCH', 'MKCOL', 'OPTIONS'])('takes the method %s', async (method) => {
    const { status, body } = await rawExchange(sample.port, request(`${method} /`))
    expect(status).toBe(200)
    expect(JSON.parse(body).method).toBe(method)
  })

  test('takes OPTIONS *', async () => {
    const { body } = await rawExchange(sample.port, request('OPTIONS *'))
    expect(JSON.parse(body).path).toBe('*')
  })

  test('answers HEAD with headers and no body, and the connection goes on', async () => {
    const connection = rawConnection(sample.port)
    connection.send(request('HEAD /'))
    const { status, headers } = await connection.answer('head')
    expect(status).toBe(200)
    expect(headers['content-length']).toBeUndefined()
    connection.send(request('GET /next'))
    expect(JSON.parse((await connection.answer()).body).path).toBe('/next')
    connection.socket.destroy()
  })

  test('reads a header of 60 KB', async () => {
    const headers = [`X-Amz-Security-Token: ${'t'.repeat(60_000)}`]
    expect((await rawExchange(sample.port, request('GET /', headers))).status).toBe(200)
  })
})

describe('what is no request of HTTP', () => {
  test.each([
    ['garbage', 'garbage\r\n\r\n'],
    ['a TLS hello', Buffer.from([22, 3, 1, 0, 200, 1, 0, 0, 196, 3, 3])],
    ['another protocol', 'SSH-2.0-OpenSSH_9.2\r\n\r\n'],
    ['a target with raw UTF-8', 'GET /ñ HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['no Host', 'GET / HTTP/1.1\r\n\r\n'],
    [
      'length and chunks at once',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['a blank before a colon', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length : 3\r\n\r\nabc'],
  ])('is answered plainly: %s', async (_, bytes) => {
    const { status, body, headers } = await rawExchange(sample.port, bytes)
    expect({ status, body }).toEqual({ status: 400, body: '' })
    expect(headers['connection']).toBe('close')
  })

  test('two Hosts are refused before anybody reads one of them', async () => {
    const bytes = request('GET /', ['host: iam.amazonaws.com'])
    const { status, body, headers } = await rawExchange(sample.port, bytes)
    expect({ status, body }).toEqual({ status: 400, body: '' })
    expect(headers['connection']).toBe('close')
  })

  test('headers of more than 64 KiB get 431', async () => {
    const bytes = request('GET /', [`X-Long: ${'x'.repeat(66_000)}`])
    expect((await rawExchange(sample.port, bytes)).status).toBe(431)
  })

  test('a client that breaks off does no harm', async () => {
    const half = rawConnection(sample.port)
    half.send(request('POST /', ['Content-Length: 10'], 'abc'))
    await new Promise((resolve) => half.socket.write('', resolve))
    half.socket.destroy()
    expect((await rawExchange(sample.port, request('GET /'))).status).toBe(200)
  })
})

describe('bodies beyond the limit', () => {
  test('are refused by their declared length, and the client hears it while it still sends', async () => {
    const connection = rawConnection(sample.port)
    connection.send(request('POST /', [`Content-Length: ${64 * 65_536}`]))
    const sending = sendSlowly(connection.socket, 64, 65_536)
    const { status, headers, body } = await connection.answer()
    expect(status).toBe(413)
    expect(body).toContain('<Code>RequestEntityTooLarge</Code>')
    expect(headers['connection']).toBe('close')
    expect(await sending).toBe('sent')
    await connection.closed
  })

  test('are refused as soon as the chunks exceed it', async () => {
    const connection = rawConnection(sample.port)
    connection.send(request('POST /', ['Transfer-Encoding: chunked']))
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
    for (let i = 0; i < 4; i++) connection.send(chunk)
    const { status, headers } = await connection.answer()
    expect(status).toBe(413)
    expect(headers['connection']).toBe('close')
    connection.send('0\r\n\r\n')
    await connection.closed
  })

  test('a client that asks first is told before it sends', async () => {
    const { status, interim } = await rawExchange(
      sample.port,
      request('POST /', ['Content-Length: 8000000', 'Expect: 100-continue']),
    )
    expect({ status, interim }).toEqual({ status: 413, interim: [] })
  })

  test('at the limit they pass', async () => {
    const body = 'x'.repeat(100_000)
    const bytes = request('POST /', ['Content-Length: 100000'], body)
    expect((await rawExchange(sample.port, bytes)).status).toBe(200)
  })
})

/** Like a client that looks for an answer only once it has sent everything. */
async function sendSlowly(socket: Socket, times: number, size: number): Promise<string> {
  const piece = Buffer.alloc(size, 120)
  for (let i = 0; i < times; i++) {
    const failure = await new Promise<Error | null | undefined>((done) => socket.write(piece, done))
    if (failure) return failure.message
  }
  return 'sent'
}

test('Expect: 100-continue is answered when the body is wanted, once', async () => {
  const connection = rawConnection(sample.port)
  connection.send(request('POST /', ['Content-Length: 3', 'Expect: 100-continue']))
  const answer = connection.answer()
  connection.send('abc')
  const { interim, body } = await answer
  expect(interim).toEqual([100])
  expect(JSON.parse(body).body).toBe('abc')
  connection.send(request('GET /again'))
  expect((await connection.answer()).interim).toEqual([])
  connection.socket.destroy()
})

describe('a service without API', () => {
  test('answers a path that is no page with 404 and lives on', async () => {
    const pages = await startSample({
      definition: {
        apis: [],
        pages: {
          paths: ['/page'],
          register: (app) => {
            app.get('/page', async () => 'a page')
          },
        },
      },
    })
    const get = (target: string) =>
      rawExchange(pages.port, `GET ${target} HTTP/1.1\r\nHost: x\r\n\r\n`)
    expect((await get('/favicon.ico')).status).toBe(404)
    expect((await get('/page')).body).toBe('a page')
    await pages.close()
  })
})

test('a page and an API share a port: each keeps its own paths', async () => {
  const both = await startSample({
    definition: {
      pages: {
        paths: ['/page', '/under/*'],
        register: (app) => {
          app.get('/page', async (request) => `page ${JSON.stringify(request.query)}`)
          app.post('/page', async (request) => JSON.stringify(request.body))
        },
      },
    },
  })
  const send = (line: string, headers: readonly string[] = [], body = '') =>
    rawExchange(both.port, [`${line} HTTP/1.1`, 'Host: x', ...headers, '', body].join('\r\n'))
  expect((await send('GET /page?a=b+c')).body).toBe('page {"a":"b c"}')
  const form = ['Content-Type: application/x-www-form-urlencoded', 'Content-Length: 3']
  expect((await send('POST /page', form, 'a=b')).body).toBe('{"a":"b"}')
  const asking = [...form, 'Expect: 100-continue']
  expect((await send('POST /page', asking, 'a=b')).interim).toEqual([100])
  expect((await send('GET /under/which/nothing/is')).status).toBe(404)
  expect((await send('GET /elsewhere')).body).toContain('<Code>MissingAction</Code>')
  expect(
    (await rawExchange(both.port, signedCall({ port: both.port, action: 'Read' }))).status,
  ).toBe(200)
  await both.close()
})

test('a port that is taken is an error of listening', async () => {
  const taken = createNetServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
  const { port } = taken.address() as { port: number }
  const other = await startSample()
  await other.run.close()
  await expect(startSample().then((s) => s.run.listen('127.0.0.1', port))).rejects.toThrow()
  taken.close()
})
