import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type ApiCaller, createCallApi } from '#kernel/hops/callApi.ts'
import { key, NOON, type Sample, served, startSample } from '../http/sampleService.ts'

let sample: Sample
beforeAll(async () => {
  sample = await startSample()
})
afterAll(() => sample.close())

const open: (ApiCaller | Server)[] = []
afterEach(() => {
  for (const each of open.splice(0)) {
    if ('closeAllConnections' in each) each.closeAllConnections()
    each.close()
  }
})

function callerOf(url: string, timeoutMs?: number): ApiCaller {
  const caller = createCallApi({
    clock: { now: () => NOON },
    endpointOf: () => url,
    principalOf: () => key,
    userAgent: 'sample.amazonaws.com',
    timeoutMs,
  })
  open.push(caller)
  return caller
}

const read = (
  caller: ApiCaller,
  text: string,
  credentials: typeof key | 'service-principal' = key,
) =>
  caller.call<{ Text: string }, { Text: string }>(
    served.api,
    { name: 'Read' },
    { Text: text },
    { credentials },
  )

describe('a service calls the API of another', () => {
  test.each([
    ['with the credentials of a session', key] as const,
    ['in its own name', 'service-principal'] as const,
  ])('%s, signed as any client', async (_, credentials) => {
    const { Text } = await read(callerOf(sample.url), 'a b+c&d=é', credentials)
    expect(Text).toBe('a b+c&d=é')
    const request = sample.recorder!.events().findLast(({ kind }) => kind === 'request')
    expect(JSON.stringify(request)).toContain('"user-agent","sample.amazonaws.com"')
  })

  test("hears the API's own refusal", async () => {
    const { call } = callerOf(sample.url)
    const refused = call(served.api, { name: 'Refuse' }, {}, { credentials: key })
    await expect(refused).rejects.toMatchObject({
      name: 'AwsError',
      code: 'NoSuchThing',
      status: 404,
      message: 'No such thing.',
    })
  })

  test('is refused like any client where its key is wrong', async () => {
    const wrong = { ...key, secretAccessKey: 'another' }
    await expect(read(callerOf(sample.url), 'x', wrong)).rejects.toMatchObject({
      code: 'SignatureDoesNotMatch',
      status: 403,
    })
  })
})

describe('what goes wrong on the way is ServiceUnavailable, and why is for the recording', () => {
  const against = async (serve: RequestListener, timeoutMs?: number) => {
    const server = createServer(serve).listen(0, '127.0.0.1')
    open.push(server)
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    return callerOf(`http://127.0.0.1:${port}`, timeoutMs)
  }
  const unavailable = (why: RegExp) => ({
    name: 'AwsError',
    code: 'ServiceUnavailable',
    status: 503,
    message: 'Service is unavailable.',
    detail: { why: expect.stringMatching(why) },
  })

  test('nobody listens', async () => {
    await expect(read(callerOf('http://127.0.0.1:1'), 'x')).rejects.toMatchObject(
      unavailable(/ECONNREFUSED/),
    )
  })

  test('it does not answer', async () => {
    const caller = await against(() => {}, 50)
    await expect(read(caller, 'x')).rejects.toMatchObject(unavailable(/does not answer/))
  })

  test('it dies in the middle of its answer', async () => {
    const caller = await against((_, response) => {
      response.writeHead(200, { 'content-length': 100 })
      response.write('half', () => response.destroy())
    })
    await expect(read(caller, 'x')).rejects.toMatchObject(unavailable(/aborted/))
  })

  test('its answer has no end', async () => {
    const caller = await against((_, response) => {
      response.writeHead(200)
      const more = () => response.write(Buffer.alloc(65_536)) && setImmediate(more)
      response.on('drain', more)
      more()
    })
    await expect(read(caller, 'x')).rejects.toMatchObject(unavailable(/too long/))
  })

  test('its answer is no XML', async () => {
    const caller = await against((_, response) => response.writeHead(502).end('bad gateway'))
    await expect(read(caller, 'x')).rejects.toMatchObject({ code: 'UnknownError', status: 502 })
  })
})
