import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeInStages } from '#kernel/http/closeInStages.ts'
import { createGateway, type HandOver } from '#kernel/http/gateway.ts'
import { publicLimits, serverOptions } from '#kernel/http/limits.ts'
import { createProxy } from '#kernel/http/proxy.ts'
import { seededIds } from '#kernel/ids/seededIds.ts'
import { registry } from '#services/registry.ts'
import { type RawAnswer, rawConnection, rawExchange } from './rawExchange.ts'
import { served } from './sampleService.ts'
import { signedCall } from './signedCall.ts'

/** A service that says exactly what reached it. */
const echo = createServer(serverOptions(publicLimits), (request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = JSON.stringify({
      method: request.method,
      url: request.url,
      rawHeaders: request.rawHeaders,
      body: Buffer.concat(chunks).toString('latin1'),
    })
    const headers = ['X-Odd-Case', '1', 'x-odd-case', '2', 'Content-Length', String(body.length)]
    response.writeHead(200, headers)
    response.end(request.method === 'HEAD' ? undefined : body)
  })
})
echo.on('checkContinue', (request, response) => {
  if (request.url === '/refused') return void response.writeHead(403, { 'content-length': 0 }).end()
  response.writeContinue()
  echo.emit('request', request, response)
})

const listen = async (server: Server): Promise<number> => {
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return (server.address() as AddressInfo).port
}

const stop = (server: Server) => {
  server.closeAllConnections()
  server.close()
}

const inProcess: HandOver = (request, response, expectsContinue) => {
  echo.emit(expectsContinue ? 'checkContinue' : 'request', request, response)
}

/** A gateway all of whose services are the echo. */
const gatewayTo = (handOver: HandOver, limits = publicLimits): Server =>
  createGateway(
    registry.map((row) => ({ row, apis: [served], handOver })),
    seededIds('gateway'),
    limits,
  )

let echoPort: number
let proxy: ReturnType<typeof createProxy>
const ports: Record<string, number> = {}
const gateways: Server[] = []

beforeAll(async () => {
  echoPort = await listen(echo)
  proxy = createProxy(() => `http://127.0.0.1:${echoPort}`)
  const made = { 'in process': gatewayTo(inProcess), 'over a proxy': gatewayTo(proxy.handOver) }
  for (const [name, gateway] of Object.entries(made)) {
    ports[name] = await listen(gateway)
    gateways.push(gateway)
  }
})
afterAll(() => {
  proxy.close()
  for (const server of [...gateways, echo]) stop(server)
})

/** All of an answer but its date, and a `Connection` that is between the proxy and the service (RFC 9110, 7.6.1). */
const bytesOf = ({ head, body, interim }: RawAnswer) => ({
  head: head.replace(/^(date|content-length): .*$/gim, '$1'),
  body: body.replace(',"Connection","keep-alive"]', ']'),
  interim,
})

const request = (line: string, headers: readonly string[] = [], body = '') =>
  [`${line} HTTP/1.1`, 'Host: a.b:1', ...headers, '', body].join('\r\n')

describe.each(['in process', 'over a proxy'])('the gateway hands over %s', (way) => {
  const send = (bytes: string, kind?: 'head') => rawExchange(ports[way]!, bytes, kind)

  test.each([
    ['a target as odd as it may be', request('GET /b//a/../%2f%20?x=1&&y=%zz'), undefined],
    ['an absolute target', request('GET http://other/b?q'), undefined],
    [
      'headers in their case, order and repetition',
      request('GET /', ['X-B: 1', 'x-a:  two  words ', 'X-B: 2', 'COOKIE: a=b', 'cookie: c=d']),
      undefined,
    ],
    ['a body', request('PUT /k', ['Content-Length: 5'], 'a\0b\rc'), undefined],
    [
      'a body in chunks',
      request('PUT /k', ['Transfer-Encoding: chunked'], '3\r\nabc\r\n0\r\n\r\n'),
      undefined,
    ],
    ['the body of a GET', request('GET /k', ['Content-Length: 2'], 'ab'), undefined],
    ['HEAD', request('HEAD /k'), 'head'],
    ['a method of others', request('PROPFIND /k'), undefined],
    ['PUT without body or length', request('PUT /bucket', ['X-B: 1', 'X-B: 2']), undefined],
    [
      'a body that is asked for',
      request('PUT /k', ['Content-Length: 2', 'Expect: 100-continue'], 'ab'),
      undefined,
    ],
    [
      'a refusal before the body',
      request('PUT /refused', ['Content-Length: 2', 'Expect: 100-continue']),
      undefined,
    ],
    ['a signed call', signedCall({ port: 1, action: 'Read', service: 's3' }), undefined],
  ] as const)('%s', async (_, bytes, kind) => {
    const direct = bytesOf(await rawExchange(echoPort, bytes, kind))
    const handed = bytesOf(await send(bytes, kind))
    expect(handed).toEqual(direct)
  })

  test('16 MiB, byte for byte', async () => {
    const body = 'x'.repeat(16 * 1024 * 1024)
    const { body: answer } = await send(request('PUT /k', [`Content-Length: ${body.length}`], body))
    expect(JSON.parse(answer).body === body).toBe(true)
  })

  test('many requests over one connection', async () => {
    const connection = rawConnection(ports[way]!)
    for (let i = 0; i < 20; i++) {
      connection.send(request(`GET /${i}`))
      expect(JSON.parse((await connection.answer()).body).url).toBe(`/${i}`)
    }
    connection.socket.destroy()
  })

  test.each([
    ['two Hosts', request('GET /', ['host: c']), 400],
    ['garbage', 'garbage\r\n\r\n', 400],
    ['headers without end', request('GET /', [`X: ${'x'.repeat(66_000)}`]), 431],
  ])('but not %s', async (_, bytes, status) => {
    expect(await send(bytes)).toMatchObject({ status, body: '' })
  })

  test('nor a request for a service that is not here', async () => {
    const { status, body, headers } = await send(
      signedCall({ port: 1, action: 'Read', service: 'dynamodb' }),
    )
    expect(status).toBe(501)
    expect(headers['x-amzn-errortype']).toBe('UnknownOperationException')
    expect(JSON.parse(body)).toMatchObject({ __type: 'UnknownOperationException' })
  })
})

describe('a hop credential is no key at the gateway', () => {
  const hop = 'HOP_identity-center_sts_ABC'
  const scoped = (id: string) => `${id}/20261124/us-east-1/sts/aws4_request`
  const authorization = (credential: string) =>
    `Authorization: AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=00`
  const query = (credential: string) =>
    `/?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${credential}`

  test.each([
    ['in the header', request('POST /', [authorization(scoped(hop))])],
    ['after a blank', request('POST /', [authorization(` ${scoped(hop)}`)])],
    [
      'in the second of two headers',
      request('POST /', [authorization(scoped('AKIA')), authorization(scoped(hop))]),
    ],
    [
      'named twice',
      request('POST /', [`${authorization(scoped('AKIA'))}, Credential=${scoped(hop)}`]),
    ],
    ['in the query', request(`GET ${query(encodeURIComponent(scoped(hop)))}`)],
    [
      'in the query, in disguise',
      request(
        `GET ${query(encodeURIComponent(scoped(hop)).replace('H', '%48').replace('_', '%5f'))}`,
      ),
    ],
    ['beside another', request(`POST ${query(scoped(hop))}`, [authorization(scoped('AKIA'))])],
  ])('%s', async (_, bytes) => {
    for (const port of Object.values(ports)) {
      const { status, body, headers } = await rawExchange(port, bytes)
      expect(status).toBe(403)
      expect(body).toContain('<Code>InvalidClientTokenId</Code>')
      expect(body).toContain('The security token included in the request is invalid.')
      expect(headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/)
    }
  })

  test('a bucket may be called so', async () => {
    const bytes = request('GET /HOP_identity-center_sts_ABC', [authorization(scoped('AKIA'))])
    expect((await rawExchange(ports['in process']!, bytes)).status).toBe(200)
  })
})

describe('a proxy whose service', () => {
  const behind = async (server: Server) => {
    const port = await listen(server)
    const ahead = createProxy(() => `http://127.0.0.1:${port}`)
    const gateway = gatewayTo(ahead.handOver)
    gateways.push(gateway, server)
    return { port: await listen(gateway), close: () => ahead.close() }
  }

  test('is down answers 503', async () => {
    const nowhere = createProxy(() => undefined)
    const gateway = gatewayTo(nowhere.handOver)
    gateways.push(gateway)
    const port = await listen(gateway)
    expect(await rawExchange(port, request('GET /'))).toMatchObject({ status: 503, body: '' })
    const closed = createProxy(() => 'http://127.0.0.1:1')
    const other = gatewayTo(closed.handOver)
    gateways.push(other)
    expect(
      (await rawExchange(await listen(other), request('PUT /', ['Content-Length: 1'], 'x'))).status,
    ).toBe(503)
  })

  test('dies in the middle of an answer leaves no half answer that looks whole', async () => {
    const dying = createServer((_, response) => {
      response.writeHead(200, { 'content-length': 10 })
      response.write('half', () => response.destroy())
    })
    const { port, close } = await behind(dying)
    await expect(rawExchange(port, request('GET /'))).rejects.toThrow('closed')
    close()
  })

  test('answers before it has read the body is heard all the same', async () => {
    const early = createServer((message, response) => {
      response.writeHead(413, { 'content-length': 4, connection: 'close' })
      closeInStages(message, response, Buffer.from('long'))
    })
    const { port, close } = await behind(early)
    const connection = rawConnection(port)
    connection.send(request('PUT /k', [`Content-Length: ${4 * 1024 * 1024}`]))
    for (let i = 0; i < 64; i++) connection.send(Buffer.alloc(65_536, 120))
    expect(await connection.answer()).toMatchObject({ status: 413, body: 'long' })
    connection.socket.destroy()
    close()
  })

  test('waits for a body that never comes is told so, and the client too', async () => {
    let told = () => {}
    const gone = new Promise<void>((resolve) => {
      told = resolve
    })
    const port = await listen(createServer((message) => message.once('close', told).resume()))
    const ahead = createProxy(() => `http://127.0.0.1:${port}`)
    const gateway = gatewayTo(ahead.handOver, { ...publicLimits, silenceMs: 200 })
    gateways.push(gateway)
    const head = request('PUT /k', ['Content-Length: 10'], 'abc')
    const connection = rawConnection(await listen(gateway))
    connection.send(head)
    expect((await connection.answer()).status).toBe(408)
    await connection.closed
    await gone
    ahead.close()
  })

  test('hears of a client that goes away', async () => {
    const gone = new Promise<void>((resolve) => {
      const waiting = createServer((request) => request.socket.once('close', () => resolve()))
      void behind(waiting).then(({ port }) => {
        const connection = rawConnection(port)
        connection.send(request('GET /'))
        setTimeout(() => connection.socket.destroy(), 50)
      })
    })
    await gone
  })
})
