import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { maximumAnswer } from '#kernel/hops/hopWire.ts'
import { createTransport, type PostRequest, type Transport } from '#kernel/hops/post.ts'
import { failureOf } from './contract.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

async function listening(server: Server): Promise<PostRequest> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.close()
    server.closeAllConnections()
  })
  const { port } = server.address() as AddressInfo
  const address = { host: '127.0.0.1', port }
  const body = Buffer.from('ask')
  return { owner: 'iam', address, path: '/', headers: {}, body, repeatable: true }
}

const ownerThat = (answers: RequestListener): Promise<PostRequest> =>
  listening(createServer(answers))

function transport(timeoutMs?: number): Transport {
  const made = createTransport({ timeoutMs })
  closing.push(() => made.close())
  return made
}

test('the body goes out and the answer comes back, over one connection', async () => {
  const sockets = new Set<Socket>()
  const request = await ownerThat((asked, answer) => {
    sockets.add(asked.socket)
    asked.pipe(answer)
  })
  const { post } = transport()
  for (let i = 0; i < 3; i++)
    expect(await post(request)).toEqual({ status: 200, body: Buffer.from('ask') })
  expect(sockets.size).toBe(1)
})

test('an owner that is slow, or never ends, is given up after the limit', async () => {
  const silent = await ownerThat(() => {})
  const began = performance.now()
  expect((await failureOf(transport(100).post(silent))).code).toBe('TimedOut')
  const dripping = await ownerThat((_, answer) => {
    const drip = setInterval(() => answer.write('.'), 20)
    answer.on('close', () => clearInterval(drip))
  })
  expect((await failureOf(transport(100).post(dripping))).code).toBe('TimedOut')
  expect(performance.now() - began).toBeLessThan(1000)
})

test('the limit is two seconds where nobody says otherwise', async () => {
  const silent = await ownerThat(() => {})
  const began = performance.now()
  expect((await failureOf(transport().post(silent))).code).toBe('TimedOut')
  expect(performance.now() - began).toBeGreaterThan(1900)
  expect(performance.now() - began).toBeLessThan(3000)
})

test('nobody there is said at once', async () => {
  const request = await ownerThat(() => {})
  for (const close of closing.splice(0)) close()
  const began = performance.now()
  expect((await failureOf(transport().post(request))).code).toBe('Unreachable')
  expect(performance.now() - began).toBeLessThan(500)
})

/** Takes the first requests and dies without a word; then answers. */
async function ownerThatDies(times: number) {
  const seen = { requests: 0 }
  const request = await ownerThat((asked, answer) => {
    if (++seen.requests <= times) asked.socket.destroy()
    else answer.end('alive')
  })
  return { request, seen }
}

test('what may be repeated is, once, when the connection dies before a byte of the answer', async () => {
  const { request, seen } = await ownerThatDies(1)
  expect((await transport().post(request)).body.toString()).toBe('alive')
  expect(seen.requests).toBe(2)
})

test('it is repeated once, not twice', async () => {
  const { request, seen } = await ownerThatDies(2)
  expect((await failureOf(transport().post(request))).code).toBe('Unreachable')
  expect(seen.requests).toBe(2)
})

test('what must not be repeated is not', async () => {
  const { request, seen } = await ownerThatDies(1)
  const failure = await failureOf(transport().post({ ...request, repeatable: false }))
  expect(failure.code).toBe('Unreachable')
  expect(seen.requests).toBe(1)
})

test('nor is anything once a byte has come back', async () => {
  let requests = 0
  const { post } = transport()
  const request = await ownerThat((asked, answer) => {
    requests++
    if (asked.headers['content-length'] === '3') return answer.end('alive')
    asked.socket.write('HTTP/1.1 200 OK\r\ncontent-le')
    setTimeout(() => asked.socket.destroy(), 20)
  })
  await post(request)
  const failure = await failureOf(post({ ...request, body: Buffer.from('longer') }))
  expect(failure.code).toBe('Unreachable')
  expect(requests).toBe(2)
})

test('an answer that breaks off is no answer', async () => {
  const request = await ownerThat((asked, answer) => {
    answer.writeHead(200, { 'content-length': 100 })
    answer.write('half')
    setTimeout(() => asked.socket.destroy(), 20)
  })
  expect((await failureOf(transport().post(request))).code).toBe('Unreachable')
})

test('an answer beyond the limit is cut off', async () => {
  const part = Buffer.alloc(1024 * 1024)
  const request = await ownerThat((_, answer) => {
    let sent = 0
    const more = () => {
      while (sent < maximumAnswer + 4 * part.length) {
        sent += part.length
        if (!answer.write(part)) return void answer.once('drain', more)
      }
      answer.end()
    }
    more()
  })
  expect((await failureOf(transport(10_000).post(request))).code).toBe('Failed')
})

test('closing breaks what is under way', async () => {
  const made = transport()
  const request = await ownerThat(() => made.close())
  expect((await failureOf(made.post({ ...request, repeatable: false }))).code).toBe('Unreachable')
})
