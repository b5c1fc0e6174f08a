/** An attack of a lesson never leaves the sandbox, and sends what it says. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRawSender, ForeignTarget } from '#scenarios/engine/rawSender.ts'

const received: { method: string; url: string; headers: readonly string[]; body: string }[] = []
let server: Server
let own: string

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '', rawHeaders } = request
      received.push({ method, url, headers: rawHeaders, body: Buffer.concat(chunks).toString() })
      response.writeHead(400, { 'content-type': 'application/xml' })
      response.end(
        '<Error><Code>ExpiredToken</Code><Message>It&apos;s over &amp; out</Message></Error>',
      )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
})

const request = (to: string) => ({
  to,
  method: 'PUT',
  target: '/a%2Fb//c?x=1&&y',
  headers: [
    ['Host', 'some.host'],
    ['X-Amz-Date', '20260101T000000Z'],
    ['x-amz-meta-a', '1'],
    ['x-amz-meta-a', '2'],
    ['content-length', '2'],
    ['connection', 'close'],
  ] as const,
  body: Buffer.from('hi'),
})

test('target, headers, their order and case, and the body arrive as they were given', async () => {
  const send = createRawSender({ origins: () => [own] })
  const answer = await send(request(own))
  expect(received).toEqual([
    {
      method: 'PUT',
      url: '/a%2Fb//c?x=1&&y',
      headers: request(own).headers.flat(),
      body: 'hi',
    },
  ])
  expect(answer).toMatchObject({
    status: 400,
    code: 'ExpiredToken',
    message: "It's over & out",
  })
})

describe('any other target is refused before a byte is sent', () => {
  test.each([
    ['another port', 'http://127.0.0.1:1'],
    ['AWS', 'https://s3.us-east-1.amazonaws.com'],
    ['our own port under another name', () => own.replace('127.0.0.1', 'localhost')],
    ['our own port with a path', () => `${own}/`],
    ['our own port with a user', () => own.replace('http://', 'http://user@')],
    ['nothing', ''],
  ])('%s', async (_what, target) => {
    const before = received.length
    const send = createRawSender({ origins: () => [own] })
    const to = typeof target === 'string' ? target : target()
    await expect(send(request(to))).rejects.toThrow(ForeignTarget)
    expect(received).toHaveLength(before)
  })
})

test('what is on its way ends when the scenario is called off', async () => {
  const controller = new AbortController()
  const send = createRawSender({ origins: () => [own], signal: controller.signal })
  const sent = send(request(own))
  controller.abort()
  await expect(sent).rejects.toThrow()
})
