import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { closeInStages } from '#kernel/http/closeInStages.ts'
import { readBody } from '#kernel/http/readBody.ts'
import { rawConnection } from './rawExchange.ts'

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

async function serving(
  serve: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<number> {
  const server = createServer(serve).listen(0, '127.0.0.1')
  ends.push(() => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise((resolve) => server.once('listening', resolve))
  return (server.address() as AddressInfo).port
}

/** Answers with what became of the body: its text, or the code of the refusal. */
const reading = (limit: number, idleMs: number) =>
  serving(async (request, response) => {
    const text = await readBody(request, limit, idleMs).then(String, (error) => error.code)
    response.writeHead(200, { 'content-length': Buffer.byteLength(text) })
    response.end(text)
  })

const head = (...headers: string[]) =>
  ['POST / HTTP/1.1', 'Host: x', ...headers, '', ''].join('\r\n')

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('a body', () => {
  test.each([
    ['of a declared length', head('Content-Length: 5'), 'abcde', 'abcde'],
    ['in chunks', head('Transfer-Encoding: chunked'), '2\r\nab\r\n3\r\ncde\r\n0\r\n\r\n', 'abcde'],
    ['of no length', head('Content-Length: 0'), '', ''],
    ['that is not there', head(), '', ''],
    ['as long as it may be', head('Content-Length: 8'), '12345678', '12345678'],
    ['declared too long', head('Content-Length: 9'), '', 'RequestEntityTooLarge'],
    [
      'that grows too long',
      head('Transfer-Encoding: chunked'),
      '5\r\nabcde\r\n5\r\nabcde\r\n',
      'RequestEntityTooLarge',
    ],
  ])('%s', async (_, start, body, expected) => {
    const connection = rawConnection(await reading(8, 1_000))
    connection.send(start + body)
    expect((await connection.answer()).body).toBe(expected)
    connection.socket.destroy()
  })

  test('whose sender falls silent gets an answer, as S3 gives it', async () => {
    const connection = rawConnection(await reading(100, 50))
    connection.send(`${head('Content-Length: 5')}ab`)
    expect((await connection.answer()).body).toBe('RequestTimeout')
    connection.socket.destroy()
  })

  test('that comes slowly, but comes, is read', async () => {
    const connection = rawConnection(await reading(100, 200))
    connection.send(head('Content-Length: 5'))
    for (const byte of 'abcde') {
      await pause(80)
      connection.send(byte)
    }
    expect((await connection.answer()).body).toBe('abcde')
    // The limit on silence is over with the body: the connection may rest.
    await pause(300)
    connection.send(`${head('Content-Length: 1')}x`)
    expect((await connection.answer()).body).toBe('x')
    connection.socket.destroy()
  })

  test.each(['while it is read', 'before it is read'])(
    'whose sender goes away %s is refused, and nobody waits for ever',
    async (when) => {
      const settled = new Promise<string>((resolve) => {
        void serving(async (request) => {
          if (when === 'before it is read') await new Promise((gone) => request.once('close', gone))
          resolve(await readBody(request, 100, 5_000).then(String, (error) => error.code))
        }).then((port) => {
          const connection = rawConnection(port)
          connection.send(`${head('Content-Length: 5')}ab`)
          setTimeout(() => connection.socket.destroy(), 50)
        })
      })
      expect(await settled).toBe('IncompleteBody')
    },
  )
})

describe('a connection that closes in stages', () => {
  const closing = (patience: { bytes: number; ms: number }) =>
    serving((request, response) => {
      response.writeHead(413, { 'content-length': 4, connection: 'close' })
      closeInStages(request, response, Buffer.from('long'), patience)
    })

  test('gives the answer at once, and reads on until the request is over', async () => {
    const connection = rawConnection(await closing({ bytes: 1_000, ms: 5_000 }))
    connection.send(`${head('Content-Length: 10')}12345`)
    expect((await connection.answer()).body).toBe('long')
    connection.send('67890')
    await connection.closed
  })

  test('but not for ever', async () => {
    const connection = rawConnection(await closing({ bytes: 1_000, ms: 50 }))
    connection.send(`${head('Content-Length: 10')}12345`)
    expect((await connection.answer()).body).toBe('long')
    await connection.closed
  })

  test('and not without end', async () => {
    const connection = rawConnection(await closing({ bytes: 10, ms: 60_000 }))
    connection.send(`${head('Content-Length: 100000')}${'x'.repeat(50)}`)
    expect((await connection.answer()).body).toBe('long')
    await connection.closed
  })
})
