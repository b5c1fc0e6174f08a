import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Got, type S3World, type Sent, startS3 } from '../s3World.ts'

let world: S3World
beforeAll(async () => {
  world = await startS3()
  await world.createBucket('shop')
  await world.createBucket('closed')
  await world.putObject('shop', 'a', 'text')
  await put(RULES)
})
afterAll(() => world.close())

const rule = (...parts: string[]) => `<CORSRule>${parts.join('')}</CORSRule>`
const part = (name: string, ...values: string[]) =>
  values.map((value) => `<${name}>${value}</${name}>`).join('')
const origins = (...values: string[]) => part('AllowedOrigin', ...values)
const methods = (...values: string[]) => part('AllowedMethod', ...values)

/** In the order in which S3 gives them back. */
const RULES =
  rule(
    part('AllowedHeader', 'x-amz-*', 'Content-Type'),
    methods('PUT', 'GET'),
    origins('https://shop.example', 'https://*.shop.example'),
    part('ExposeHeader', 'ETag', 'x-amz-request-id'),
    part('MaxAgeSeconds', '600'),
  ) + rule(methods('HEAD'), origins('*'))

/** S3 wants a checksum of this document. */
function put(rules: string, more: Partial<Sent> = {}): Promise<Got> {
  const body = `<CORSConfiguration>${rules}</CORSConfiguration>`
  return world.send({ method: 'PUT', path: '/shop', query: 'cors', body, ...digest(body), ...more })
}
const digest = (body: string) => ({
  headers: { 'content-md5': createHash('md5').update(body).digest('base64') },
})

const preflight = (
  origin: string | undefined,
  method: string | undefined,
  more: Partial<Sent> = {},
) =>
  world.send({
    method: 'OPTIONS',
    path: '/shop/a',
    as: null,
    ...more,
    headers: {
      ...(origin !== undefined && { origin }),
      ...(method !== undefined && { 'access-control-request-method': method }),
      ...more.headers,
    },
  })

const cors = ({ headers }: Got) =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => /^(access-control-|vary$)/.test(name)),
  )
const refusal = ({ status, element }: Got) => [status, element('Code')]
const VARY = 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method'

describe('a CORS configuration', () => {
  test('is given back as it was put', async () => {
    const got = await world.send({ method: 'GET', path: '/shop', query: 'cors' })
    expect(got.text).toContain(RULES)
  })

  test('of a bucket that has none is an error', async () => {
    const got = await world.send({ method: 'GET', path: '/closed', query: 'cors' })
    expect(refusal(got)).toEqual([404, 'NoSuchCORSConfiguration'])
  })

  test.each([
    ['no rule', '', 'MalformedXML', undefined],
    ['no method', rule(origins('*')), 'MalformedXML', undefined],
    ['no origin', rule(methods('GET')), 'MalformedXML', undefined],
    [
      'a method that S3 does not serve',
      rule(origins('*'), methods('GET', 'PATCH')),
      'InvalidRequest',
      'Found unsupported HTTP method in CORS config. Unsupported method is PATCH',
    ],
    [
      'two wildcards in an origin',
      rule(origins('https://*.*'), methods('GET')),
      'InvalidRequest',
      'AllowedOrigin "https://*.*" can not have more than one wildcard.',
    ],
    [
      'two wildcards in a header',
      rule(origins('*'), methods('GET'), part('AllowedHeader', '*-*')),
      'InvalidRequest',
      'AllowedHeader "*-*" can not have more than one wildcard.',
    ],
    [
      'a wildcard in what is exposed',
      rule(origins('*'), methods('GET'), part('ExposeHeader', '*')),
      'InvalidRequest',
      'ExposeHeader "*" contains wildcard. We currently do not support wildcard for ExposeHeader.',
    ],
    [
      'more than a hundred rules',
      rule(origins('*'), methods('GET')).repeat(101),
      'InvalidRequest',
      'The number of CORS rules should not exceed allowed limit of 100 rules.',
    ],
  ])('refuses %s', async (_, rules, code, message) => {
    const { status, element } = await put(rules)
    expect([status, element('Code')]).toEqual([400, code])
    if (message !== undefined) expect(element('Message')).toBe(message)
  })

  test('needs a checksum', async () => {
    const { status, element } = await put(RULES, { headers: {} })
    expect([status, element('Message')]).toEqual([
      400,
      'Missing required header for this request: Content-MD5 OR x-amz-checksum-*',
    ])
  })
})

describe('a preflight', () => {
  test('needs no credentials, and is answered by the first rule that fits', async () => {
    const got = await preflight('https://shop.example', 'PUT', {
      headers: { 'access-control-request-headers': 'X-Amz-Date, content-type' },
    })
    expect([got.status, got.text]).toEqual([200, ''])
    expect(cors(got)).toEqual({
      'access-control-allow-origin': 'https://shop.example',
      'access-control-allow-methods': 'PUT, GET',
      'access-control-allow-headers': 'x-amz-date, content-type',
      'access-control-expose-headers': 'ETag, x-amz-request-id',
      'access-control-max-age': '600',
      'access-control-allow-credentials': 'true',
      vary: VARY,
    })
  })

  test.each([
    ['https://a.shop.example', 'GET', 'https://a.shop.example'],
    ['https://anywhere.example', 'HEAD', '*'],
  ])('from %s for %s is told %s', async (origin, method, told) => {
    const got = cors(await preflight(origin, method))
    expect(got['access-control-allow-origin']).toBe(told)
    // Fetch standard: with `*` no credentials.
    expect(got['access-control-allow-credentials']).toBe(told === '*' ? undefined : 'true')
  })

  test('is answered for the bucket as well as for an object', async () => {
    expect((await preflight('https://shop.example', 'GET', { path: '/shop' })).status).toBe(200)
  })

  test.each<[string, string, Record<string, string>]>([
    ['https://shop.example.evil', 'GET', {}],
    ['http://shop.example', 'GET', {}],
    ['https://shop.example', 'DELETE', {}],
    ['https://shop.example', 'GET', { 'access-control-request-headers': 'authorization' }],
  ])('from %s for %s with %o is refused', async (origin, method, headers) => {
    const got = await preflight(origin, method, { headers })
    expect(refusal(got)).toEqual([403, 'AccessForbidden'])
    expect([got.element('Method'), got.element('ResourceType')]).toEqual([method, 'OBJECT'])
    expect(cors(got)).toEqual({})
  })

  test.each([
    [undefined, 'GET', 'Insufficient information. Origin request header needed.'],
    ['https://shop.example', undefined, 'Invalid Access-Control-Request-Method: null'],
  ])('of origin %s and method %s is none', async (origin, method, message) => {
    const { status, element } = await preflight(origin, method)
    expect([status, element('Code'), element('Message')]).toEqual([400, 'BadRequest', message])
  })

  test.each([
    ['/closed/a', 'CORSResponse: CORS is not enabled for this bucket.'],
    ['/nowhere/a', 'CORSResponse: Bucket not found'],
  ])('of %s: %s', async (path, message) => {
    const got = await preflight('https://shop.example', 'GET', { path })
    expect([...refusal(got), got.element('Message')]).toEqual([403, 'AccessForbidden', message])
  })
})

describe('an answer to a page of another origin', () => {
  const get = (path: string, origin: string, more: Partial<Sent> = {}) =>
    world.send({ method: 'GET', path, headers: { origin }, ...more })

  test('says that the page may see it', async () => {
    const got = await get('/shop/a', 'https://shop.example')
    expect([got.status, got.text]).toEqual([200, 'text'])
    expect(cors(got)).toMatchObject({
      'access-control-allow-origin': 'https://shop.example',
      'access-control-expose-headers': 'ETag, x-amz-request-id',
      vary: VARY,
    })
  })

  test('says so of refusals too: else the page would not learn why', async () => {
    const missing = await get('/shop/none', 'https://shop.example')
    expect(missing.status).toBe(404)
    expect(cors(missing)['access-control-allow-origin']).toBe('https://shop.example')
    const denied = await get('/shop/a', 'https://shop.example', { as: null })
    expect(denied.status).toBe(403)
    expect(cors(denied)['access-control-allow-origin']).toBe('https://shop.example')
  })

  test('says nothing to other pages, and nothing without rules', async () => {
    expect(cors(await get('/shop/a', 'https://other.example'))).toEqual({})
    expect(cors(await get('/closed/a', 'https://shop.example'))).toEqual({})
  })

  test('says nothing any more once the rules are gone', async () => {
    const gone = await world.send({ method: 'DELETE', path: '/shop', query: 'cors' })
    expect(gone.status).toBe(204)
    expect(cors(await get('/shop/a', 'https://shop.example'))).toEqual({})
  })
})
