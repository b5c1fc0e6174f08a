import { request as httpRequest } from 'node:http'
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { controlLimits } from '#kernel/http/limits.ts'
import { createControlServer } from '#sandbox/control/controlServer.ts'
import { startSandbox } from '#sandbox/index.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { stsOf } from './clients.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
beforeEach(() => sandbox.reset())
afterAll(() => sandbox.close())

interface Asked {
  readonly method?: string
  readonly path: string
  readonly headers?: Record<string, string | string[]>
  readonly body?: string
}

interface Said {
  readonly status: number
  readonly text: string
  readonly headers: Readonly<Record<string, unknown>>
}

const send = ({ method = 'GET', path, headers = {}, body }: Asked): Promise<Said> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(sandbox.endpoints['control']!)
    const sent = httpRequest({ hostname, port, method, path, headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part) => {
        text += part
      })
      answer.on('end', () => resolve({ status: answer.statusCode!, text, headers: answer.headers }))
    })
    sent.on('error', reject).end(body)
  })

const withToken = () => ({ 'x-hopscope-token': sandbox.controlToken })

const get = (path: string) => send({ path, headers: withToken() })

const post = (path: string, body?: unknown) =>
  send({
    method: 'POST',
    path,
    headers: {
      ...withToken(),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })

describe('who may ask', () => {
  test('anybody, whether it is there', async () => {
    expect(await send({ path: '/health' })).toMatchObject({ status: 200, text: '{"status":"ok"}' })
  })

  const routes: [method: string, path: string][] = [
    ['POST', '/reset'],
    ['GET', '/clock'],
    ['POST', '/clock'],
    ['POST', '/source-ip'],
    ['GET', '/runs'],
    ['GET', '/runs/live/recording'],
    ['GET', '/runs/live/events'],
    ['POST', '/accounts'],
    ['GET', '/profiles'],
    ['GET', '/nothing'],
    ['GET', '/health?x'],
  ]

  test.each(routes)('nobody without the token: %s %s', async (method, path) => {
    for (const given of [
      undefined,
      '',
      'x',
      sandbox.controlToken.slice(1),
      `${sandbox.controlToken}x`,
    ]) {
      const headers = given === undefined ? {} : { 'x-hopscope-token': given }
      const said = await send({ method, path, headers })
      expect(said.status).toBe(401)
      expect(JSON.parse(said.text).error).toContain('x-hopscope-token')
    }
  })

  test('its own page may', async () => {
    const { host, origin } = new URL(sandbox.endpoints['control']!)
    const said = await send({ path: '/clock', headers: { ...withToken(), host, origin } })
    expect(said.status).toBe(200)
  })
})

describe('what is asked', () => {
  test.each([
    ['text/plain', '{"advance":"PT1H"}'],
    ['application/x-www-form-urlencoded', 'advance=PT1H'],
    ['multipart/form-data; boundary=x', '--x--'],
  ])('must be JSON, not %s', async (type, body) => {
    const headers = { ...withToken(), 'content-type': type }
    expect((await send({ method: 'POST', path: '/clock', headers, body })).status).toBe(415)
    expect(sandbox.clock.offset()).toBe(0)
  })

  test.each([
    ['/clock', {}, 'the body must have at least 1 member'],
    [
      '/clock',
      { advance: 'PT1H', set: '2030-01-01T00:00:00Z' },
      'the body must have at most 1 member',
    ],
    ['/clock', { faster: true }, 'has "faster", which is not known here'],
    ['/clock', { advance: 3600 }, 'advance: expected string'],
    ['/clock', { advance: 'one hour' }, 'no ISO 8601 duration'],
    ['/clock', { set: 'tomorrow' }, 'no ISO 8601 instant'],
    ['/clock', { set: '2001-01-01T00:00:00Z' }, 'only moves forward'],
    ['/clock', '{"advance":', 'the body is no JSON'],
    ['/clock', '[]', 'the body: expected object'],
    ['/clock', '', 'the body: expected object'],
    [
      '/clock',
      { advance: `PT${'1'.repeat(70)}S` },
      'advance: expected string length less or equal to 64',
    ],
    ['/source-ip', { accessKeyId: 'test' }, 'lacks "sourceIp"'],
    ['/source-ip', { accessKeyId: 'test', sourceIp: '999.1.1.1' }, 'is no IP address'],
    [
      '/source-ip',
      { accessKeyId: '', sourceIp: '1.1.1.1' },
      'accessKeyId: expected string length greater or equal to 1',
    ],
    ['/source-ip', { accessKeyId: 'test', sourceIp: '1.1.1.1', __proto__x: 1 }, 'not known here'],
  ])('must be right: %s %j', async (path, body, sentence) => {
    const said = await post(path, body)
    expect(said.status).toBe(400)
    expect(JSON.parse(said.text).error).toContain(sentence)
  })

  test('must not be long', async () => {
    expect((await post('/clock', { advance: 'x'.repeat(70_000) })).status).toBe(413)
  })

  test.each([
    ['GET', '/nothing'],
    ['POST', '/runs'],
    ['POST', '/runs/live/step'],
    ['PUT', '/clock'],
  ])('must be there: %s %s', async (method, path) => {
    const said = await send({ method, path, headers: withToken() })
    expect(said.status).toBe(404)
    expect(JSON.parse(said.text).error).toBe(`there is no ${method} ${path} in the control API`)
  })
})

describe('the clock', () => {
  test('is told, and moved', async () => {
    const before = JSON.parse((await get('/clock')).text)
    expect(before.offsetSeconds).toBe(0)
    expect(Math.abs(Date.parse(before.now) - Date.now())).toBeLessThan(5_000)
    const after = JSON.parse((await post('/clock', { advance: 'PT61M' })).text)
    expect(after.offsetSeconds).toBe(3_660)
    const then = new Date(sandbox.clock.now() + 60_000).toISOString()
    expect(JSON.parse((await post('/clock', { set: then })).text).offsetSeconds).toBeGreaterThan(
      3_700,
    )
  })
})

test('its listener has the limits of the control API', async () => {
  const app = createControlServer(sandbox)
  expect(app.server).toMatchObject({
    headersTimeout: controlLimits.headersMs,
    timeout: controlLimits.silenceMs,
    maxConnections: controlLimits.connections,
  })
  await app.close()
})

test('an account is new, and its key works at once', async () => {
  const { status, text } = await post('/accounts')
  expect(status).toBe(200)
  const key = JSON.parse(text)
  expect(Object.keys(key).sort()).toEqual([
    'accessKeyId',
    'accountId',
    'bucketPrefix',
    'secretAccessKey',
  ])
  const sts = stsOf(sandbox, key)
  expect((await sts.send(new GetCallerIdentityCommand({}))).Account).toBe(key.accountId)
  sts.destroy()
})

test('clients are told where each API answers, and who may enter where', async () => {
  const { status, text } = await get('/profiles')
  expect(status).toBe(200)
  const { endpoints, endpoint, admin } = sandbox
  expect(JSON.parse(text)).toEqual({
    endpoint,
    admin,
    apis: [
      { name: 'sso-oidc', version: '2019-06-10', endpoint: endpoints['identity-center'] },
      { name: 'sso', version: '2019-06-10', endpoint: endpoints['identity-center'] },
      { name: 'sts', version: '2011-06-15', endpoint: endpoints['sts'] },
      { name: 'iam', version: '2010-05-08', endpoint: endpoints['iam'] },
      { name: 's3', version: '2006-03-01', endpoint: endpoints['s3'] },
      { name: 's3control', version: '2018-08-20', endpoint: endpoints['s3'] },
    ],
    directory: {
      startUrl: expect.stringMatching(/^https:\/\/d-[0-9a-f]{10}\.awsapps\.com\/start$/),
      region: 'us-east-1',
      users: ['ana@example.com', 'eva@example.com', 'luis@example.com'],
      roles: [
        {
          accountId: '222222222222',
          accountName: 'workloads',
          permissionSet: 'BucketCreator',
          users: ['ana@example.com', 'eva@example.com'],
        },
        {
          accountId: '222222222222',
          accountName: 'workloads',
          permissionSet: 'ReadOnly',
          users: ['luis@example.com'],
        },
        {
          accountId: '333333333333',
          accountName: 'sandbox',
          permissionSet: 'ReadOnly',
          users: ['ana@example.com', 'eva@example.com', 'luis@example.com'],
        },
      ],
    },
  })
})

test('an address is given to a key', async () => {
  const body = { accessKeyId: 'test', sourceIp: '203.0.113.7' }
  expect((await post('/source-ip', body)).status).toBe(204)
  const sts = stsOf(sandbox)
  await sts.send(new GetCallerIdentityCommand({}))
  sts.destroy()
  expect((await sandbox.journal('000000000000'))[0]?.sourceIp).toBe('203.0.113.7')
})

test.each([undefined, {}, ''])('reset needs no body, and takes an empty one (%j)', async (body) => {
  await sandbox.clock.advance('PT1H')
  expect(await post('/reset', body)).toMatchObject({ status: 204, text: '' })
  expect(sandbox.clock.offset()).toBe(0)
})

describe('recordings', () => {
  const call = async () => {
    const sts = stsOf(sandbox)
    await sts.send(new GetCallerIdentityCommand({}))
    sts.destroy()
  }

  test('what start keeps is the run live, one event a line', async () => {
    await call()
    const { runs } = JSON.parse((await get('/runs')).text)
    expect(runs).toEqual([{ id: 'live', events: sandbox.recording().length }])
    const { text, headers } = await get('/runs/live/recording')
    expect(headers['content-type']).toContain('application/x-ndjson')
    expect(text.endsWith('\n')).toBe(true)
    const events = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(events).toEqual(JSON.parse(JSON.stringify(sandbox.recording())))
    expect(events.every(({ v }) => v === 1)).toBe(true)
  })

  test('of a sandbox that keeps none: there is no run, and it says how to have one', async () => {
    const silent = await startSandbox({ record: false })
    const headers = { 'x-hopscope-token': silent.controlToken }
    const control = silent.endpoints['control']
    const runs = await fetch(`${control}/runs`, { headers })
    expect(await runs.json()).toEqual({ runs: [] })
    const recording = await fetch(`${control}/runs/live/recording`, { headers })
    expect(recording.status).toBe(404)
    expect(await recording.json()).toEqual({
      error: 'this sandbox keeps no recording; start it with --record on',
    })
    await silent.close()
  })

  test.each(['/runs/other/recording', '/runs/other/events'])('no other: %s', async (path) => {
    const { status, text } = await get(path)
    expect(status).toBe(404)
    expect(JSON.parse(text).error).toContain('no run "other"')
  })

  test('comes as it is written, from where a reader was', async () => {
    await call()
    const seen = sandbox.recording().at(-1)!.seq
    const lines: string[] = []
    const { hostname, port } = new URL(sandbox.endpoints['control']!)
    const headers = { ...withToken(), 'last-event-id': String(seen - 2) }
    const reading = await new Promise<{ destroy(): void; type: unknown }>((resolve) => {
      const sent = httpRequest({ hostname, port, path: '/runs/live/events', headers }, (answer) => {
        answer.setEncoding('utf8').on('data', (part: string) => lines.push(part))
        resolve({ destroy: () => sent.destroy(), type: answer.headers['content-type'] })
      })
      sent.on('error', () => {}).end()
    })
    expect(reading.type).toBe('text/event-stream')
    await call()
    const last = () => sandbox.recording().at(-1)!.seq
    await expect.poll(() => lines.join('').includes(`id: ${last()}\n`)).toBe(true)
    const ids = [...lines.join('').matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id))
    expect(ids).toEqual(Array.from({ length: last() - seen + 2 }, (_, i) => seen - 1 + i))
    reading.destroy()
    await call()
  })
})
