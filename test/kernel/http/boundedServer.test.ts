/** Slow and silent clients, with short times in the place of seconds; others are served meanwhile. */
import type { Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { boundedServer } from '#kernel/http/boundedServer.ts'
import {
  controlLimits,
  internalLimits,
  type ListenerLimits,
  publicLimits,
} from '#kernel/http/limits.ts'
import { createServer } from '#kernel/http/server.ts'
import { rawConnection, rawExchange } from './rawExchange.ts'
import { type Sample, startSample } from './sampleService.ts'
import { signedCall } from './signedCall.ts'

const short: ListenerLimits = {
  ...publicLimits,
  headersMs: 500,
  silenceMs: 600,
  keepAliveMs: 400,
  checkEveryMs: 50,
}

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  ends.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

const bigBytes = 32 * 1024 * 1024
/** More than what lies between the two on the way. */
const burst = 8 * 1024 * 1024

/** Reads nothing of a request; answers with little, much, late or never. */
const answering = (limits: Partial<ListenerLimits> = {}): Promise<number> =>
  listening(
    boundedServer(
      { ...short, ...limits },
      {
        request: async (request, response) => {
          if (request.url === '/never') return
          if (request.url === '/half')
            return void response.writeHead(200, { 'content-length': 9 }).write('half')
          if (request.url === '/late') await pause(900)
          const body = Buffer.alloc(request.url === '/big' ? bigBytes : 2, 120)
          response.writeHead(200, { 'content-length': body.length }).end(body)
        },
      },
    ),
  )

const head = (target: string, ...headers: string[]) =>
  [`GET ${target} HTTP/1.1`, 'Host: x', ...headers, '', ''].join('\r\n')

/** How long until the other side has closed, and what it said before. */
async function untilClosed(port: number, bytes: string): Promise<{ ms: number; said: string }> {
  const began = performance.now()
  const connection = rawConnection(port)
  ends.push(() => connection.socket.destroy())
  let said = ''
  connection.socket.on('data', (chunk) => {
    said += chunk
  })
  if (bytes !== '') connection.send(bytes)
  await connection.closed
  return { ms: performance.now() - began, said }
}

/** Keeps nothing of what comes. */
function plainSocket(port: number): Socket {
  const socket = connect(port, '127.0.0.1').on('error', () => {})
  ends.push(() => socket.destroy())
  return socket
}

const served = async (port: number) => expect((await rawExchange(port, head('/'))).status).toBe(200)

describe('a client that', () => {
  test.each([
    ['connects and says nothing', '', ''],
    ['stops in the middle of the request line', 'GET /', ''],
    ['never ends its headers', 'GET / HTTP/1.1\r\nHost: x\r\nX-A: b\r\n', 'HTTP/1.1 408'],
    ['never sends its body', head('/never', 'Content-Length: 5'), 'HTTP/1.1 408'],
    ['stops in the middle of its body', `${head('/never', 'Content-Length: 5')}ab`, 'HTTP/1.1 408'],
    [
      'stops in the middle of a chunk',
      `${head('/never', 'Transfer-Encoding: chunked')}5\r\nab`,
      'HTTP/1.1 408',
    ],
    ['rests after an answer', head('/'), 'HTTP/1.1 200'],
  ])('%s is closed in time', async (_, bytes, said) => {
    const port = await answering()
    const closing = untilClosed(port, bytes)
    await served(port)
    const closed = await closing
    expect(closed.said.slice(0, said.length)).toBe(said)
    expect(closed.said.match(/HTTP\/1\.1/g)?.length ?? 0).toBeLessThanOrEqual(1)
    expect(closed.ms).toBeLessThan(5_000)
  })

  test('sends its headers byte by byte is closed when their time is over', async () => {
    const port = await answering()
    const connection = rawConnection(port)
    ends.push(() => connection.socket.destroy())
    const began = performance.now()
    connection.send('GET / HTTP/1.1\r\nHost: x\r\n')
    const timer = setInterval(() => connection.socket.writable && connection.send('X-A: b\r\n'), 20)
    await connection.closed
    clearInterval(timer)
    expect(performance.now() - began).toBeLessThan(5_000)
    await served(port)
  })

  test('reads nothing of a big answer is closed, and gets no half answer that looks whole', async () => {
    const port = await answering()
    const socket = plainSocket(port)
    socket.pause().write(head('/big'))
    await served(port)
    await pause(1_500)
    let received = 0
    socket.on('data', (chunk) => {
      received += chunk.length
    })
    socket.resume()
    await new Promise((resolve) => socket.once('close', resolve))
    expect(received).toBeLessThan(bigBytes)
  })

  test('reads a big answer with rests, but reads, has it whole', async () => {
    const port = await answering({ silenceMs: 1_500 })
    const socket = plainSocket(port)
    let received = 0
    let untilRest = burst
    socket.on('data', (chunk) => {
      received += chunk.length
      untilRest -= chunk.length
      if (untilRest > 0) return
      untilRest = burst
      socket.pause()
      setTimeout(() => socket.resume(), 600)
    })
    socket.write(head('/big', 'Connection: close'))
    await new Promise((resolve) => socket.once('close', resolve))
    expect(received).toBeGreaterThan(bigBytes)
  }, 20_000)

  test('waits for a late answer is not cut off', async () => {
    const port = await answering()
    expect((await rawExchange(port, head('/late'))).body).toBe('xx')
  })

  test('sends garbage into half an answer gets no other answer into it', async () => {
    const port = await answering()
    const { said } = await untilClosed(port, `${head('/half')}garbage\r\n\r\n`)
    expect(said.split('\r\n\r\n')).toEqual([expect.stringContaining('HTTP/1.1 200'), 'half'])
  })

  test('sends garbage after an answer is told so after it', async () => {
    const port = await answering()
    const { said } = await untilClosed(port, `${head('/')}garbage\r\n\r\n`)
    expect(said).toMatch(/^HTTP\/1\.1 200 [\s\S]+\r\n\r\nxxHTTP\/1\.1 400 /)
  })

  test('sends garbage behind a request that waits gets no answer in its place', async () => {
    const port = await answering()
    const { said } = await untilClosed(port, `${head('/late')}${head('/late')}garbage\r\n\r\n`)
    expect(said).not.toContain('400')
  })
})

describe('connections', () => {
  test('beyond the most are closed at once, and the others go on', async () => {
    const port = await answering({ connections: 2 })
    const [first, second] = [rawConnection(port), rawConnection(port)]
    ends.push(() => first.socket.destroy())
    first.send(head('/'))
    second.send(head('/'))
    await Promise.all([first.answer(), second.answer()])
    expect((await untilClosed(port, head('/'))).said).toBe('')
    first.send(head('/'))
    expect((await first.answer()).status).toBe(200)
    second.socket.destroy()
    await expect
      .poll(() =>
        rawExchange(port, head('/')).then(
          ({ status }) => status,
          () => 0,
        ),
      )
      .toBe(200)
  })

  test('take so many requests and say so', async () => {
    const port = await answering({ requestsPerConnection: 2 })
    const connection = rawConnection(port)
    connection.send(head('/'))
    expect((await connection.answer()).headers['connection']).toBe('keep-alive')
    connection.send(head('/'))
    expect((await connection.answer()).headers['connection']).toBe('close')
    await connection.closed
  })
})

describe('a service', () => {
  let sample: Sample
  const start = async () => {
    sample = await startSample({
      definition: {
        pages: {
          paths: ['/page'],
          register: (app) => {
            app.post('/page', async (request) => JSON.stringify(request.body))
          },
        },
      },
    })
    const app = await createServer(sample.run.service, short)
    await app.listen({ host: '127.0.0.1', port: 0 })
    ends.push(
      () => sample.close(),
      () => app.close(),
    )
    return (app.server.address() as AddressInfo).port
  }

  test('tells a client whose body stops what S3 tells, and closes', async () => {
    const port = await start()
    const call = signedCall({ port, action: 'Write', more: '&Text=a' })
    const { said, ms } = await untilClosed(port, call.slice(0, -3))
    expect(said).toContain('<Code>RequestTimeout</Code>')
    expect(ms).toBeLessThan(5_000)
    expect((await rawExchange(port, signedCall({ port, action: 'Read' }))).status).toBe(200)
  })

  test('closes where a form stops', async () => {
    const port = await start()
    const lines = [
      'POST /page HTTP/1.1',
      'Host: x',
      'Content-Type: application/x-www-form-urlencoded',
    ]
    const form = [...lines, 'Content-Length: 5', '', 'a='].join('\r\n')
    const { said, ms } = await untilClosed(port, form)
    expect(said).toContain('HTTP/1.1 408')
    expect(ms).toBeLessThan(5_000)
  })
})

test.each([
  ['public', publicLimits],
  ['control', controlLimits],
  ['internal', internalLimits],
])('the limits of a %s listener are what the server has', (_, limits) => {
  const server = boundedServer(limits, { request: () => {} })
  expect(server).toMatchObject({
    headersTimeout: limits.headersMs,
    requestTimeout: 0,
    timeout: limits.silenceMs,
    keepAliveTimeout: limits.keepAliveMs,
    maxConnections: limits.connections,
    maxRequestsPerSocket: limits.requestsPerConnection,
    maxHeadersCount: 0,
  })
  expect(limits.headersMs).toBeLessThanOrEqual(15_000)
  expect(limits.silenceMs).toBeLessThanOrEqual(20_000)
})
