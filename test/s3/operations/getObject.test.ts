import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  ana,
  createIn,
  pathOf,
  type S3World,
  type Sent,
  startS3,
  stranger,
  user,
} from '../s3World.ts'

const allow = (Action: string | string[], Resource = '*') => ({ Effect: 'Allow', Action, Resource })
const blind = user('blind', { statements: [allow('s3:GetObject')] })
const lister = user('lister', { statements: [allow('s3:ListBucket')] })
const inPrefix = user('inprefix', {
  statements: [allow('s3:GetObject', 'arn:aws:s3:::reads/mine/*')],
})

const DIGITS = '0123456789'
const ETAG = '"781e5e245d69b566979b86e28d23f2c7"'
const LARGE = 'x'.repeat(200_000)

let world: S3World
let modified = ''
beforeAll(async () => {
  world = await startS3({ users: [ana, stranger, blind, lister, inPrefix] })
  await world.createBucket('reads')
  await world.putObject('reads', 'digits', DIGITS)
  await world.putObject('reads', 'empty')
  await world.putObject('reads', 'large', LARGE)
  modified = String((await get('digits')).headers['last-modified'])
})
afterAll(() => world.close())

const get = (key: string, more: Partial<Sent> = {}) =>
  world.send({ method: 'GET', path: `/reads/${key}`, ...more })
const head = (key: string, more: Partial<Sent> = {}) =>
  world.send({ method: 'HEAD', path: `/reads/${key}`, ...more })

const seconds = (offset: number) => new Date(Date.parse(modified) + offset * 1000).toUTCString()

describe('GetObject and HeadObject', () => {
  describe('serialisation', () => {
    test('give the object’s headers; HEAD has its length and no body', async () => {
      const got = await get('digits')
      const looked = await head('digits')
      expect([got.status, got.text]).toEqual([200, DIGITS])
      expect([looked.status, looked.body.length]).toEqual([200, 0])
      for (const { headers } of [got, looked])
        expect(headers).toMatchObject({
          'content-length': '10',
          'content-type': 'binary/octet-stream',
          'accept-ranges': 'bytes',
          etag: ETAG,
          'last-modified': expect.stringMatching(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/),
          'x-amz-server-side-encryption': 'AES256',
        })
      expect(got.headers['x-amz-storage-class']).toBeUndefined()
    })

    test('give back what was stored with the object, names in lower case', async () => {
      const headers = {
        'cache-control': 'max-age=60',
        'content-disposition': 'attachment; filename="a b.txt"',
        'content-encoding': 'gzip',
        'content-language': 'es',
        'content-type': 'text/plain; charset=utf-8',
        expires: 'Thu, 01 Dec 2033 16:00:00 GMT',
        'x-amz-meta-Colour': 'red; green',
        'x-amz-meta-__proto__': 'odd',
        'x-amz-storage-class': 'STANDARD_IA',
      }
      await world.send({ method: 'PUT', path: '/reads/described', headers })
      const { 'x-amz-meta-Colour': colour, ...same } = headers
      for (const answer of [await get('described'), await head('described')])
        expect(answer.headers).toMatchObject({ ...same, 'x-amz-meta-colour': colour })
    })

    test('give the checksum only where it is asked for', async () => {
      const asked = { headers: { 'x-amz-checksum-mode': 'ENABLED' } }
      for (const method of [get, head]) {
        expect((await method('digits')).headers['x-amz-checksum-crc64nvme']).toBeUndefined()
        const { headers } = await method('digits', asked)
        expect(headers['x-amz-checksum-crc64nvme']).toMatch(/^[A-Za-z0-9+/]{11}=$/)
        expect(headers['x-amz-checksum-type']).toBe('FULL_OBJECT')
      }
    })

    test('take other headers for this answer from the query', async () => {
      const query = [
        'response-content-type=text%2Fhtml',
        'response-content-disposition=inline',
        'response-cache-control=no-store',
        'response-content-encoding=identity',
        'response-content-language=de',
        'response-expires=Thu%2C%2001%20Dec%202033%2016%3A00%3A00%20GMT',
      ].join('&')
      for (const answer of [await get('digits', { query }), await head('digits', { query })])
        expect(answer.headers).toMatchObject({
          'content-type': 'text/html',
          'content-disposition': 'inline',
          'cache-control': 'no-store',
          'content-encoding': 'identity',
          'content-language': 'de',
          expires: 'Thu, 01 Dec 2033 16:00:00 GMT',
        })
    })

    test('do not let a header of the query end the line', async () => {
      const query = 'response-content-type=text%2Fplain%0D%0Ax-evil%3A%201'
      const { headers } = await get('digits', { query })
      expect(headers['x-evil']).toBeUndefined()
    })
  })

  describe('ranges', () => {
    test.each([
      ['bytes=0-3', '0123', 'bytes 0-3/10'],
      ['bytes=7-', '789', 'bytes 7-9/10'],
      ['bytes=-2', '89', 'bytes 8-9/10'],
      ['bytes=5-500', '56789', 'bytes 5-9/10'],
    ])('%s is part of the object (206)', async (range, text, content) => {
      const got = await get('digits', { headers: { range } })
      expect([got.status, got.text, got.headers['content-range']]).toEqual([206, text, content])
      const looked = await head('digits', { headers: { range } })
      expect([looked.status, looked.headers['content-length']]).toEqual([206, `${text.length}`])
    })

    test.each(['bytes=10-', 'bytes=-0'])('%s is not satisfiable (416)', async (range) => {
      const { status, element } = await get('digits', { headers: { range } })
      expect([status, element('Code')]).toEqual([416, 'InvalidRange'])
      expect([element('RangeRequested'), element('ActualObjectSize')]).toEqual([range, '10'])
      expect((await head('digits', { headers: { range } })).status).toBe(416)
    })

    test.each(['bytes=0-1,4-5', 'lines=1-2', 'bytes=9-2'])('%s is not looked at', async (range) => {
      const { status, text } = await get('digits', { headers: { range } })
      expect([status, text]).toEqual([200, DIGITS])
    })

    test('of an empty object there is no part', async () => {
      expect((await get('empty', { headers: { range: 'bytes=0-' } })).status).toBe(416)
      const { status, headers } = await get('empty')
      expect([status, headers['content-length']]).toEqual([200, '0'])
    })

    test('of a body that is a blob', async () => {
      expect((await get('large')).text).toBe(LARGE)
      const { text, headers } = await get('large', { headers: { range: 'bytes=199990-' } })
      expect([text.length, headers['content-range']]).toEqual([10, 'bytes 199990-199999/200000'])
    })

    test('come without the checksum of the whole', async () => {
      const headers = { range: 'bytes=0-3', 'x-amz-checksum-mode': 'ENABLED' }
      const answer = await get('digits', { headers })
      expect(answer.headers['x-amz-checksum-crc64nvme']).toBeUndefined()
    })
  })

  describe('conditions', () => {
    const table: [string, () => Record<string, string>, number][] = [
      ['If-Match of the object', () => ({ 'if-match': ETAG }), 200],
      ['If-Match of another', () => ({ 'if-match': '"a"' }), 412],
      ['If-None-Match of the object', () => ({ 'if-none-match': ETAG }), 304],
      ['If-None-Match of another', () => ({ 'if-none-match': '"a"' }), 200],
      ['If-Modified-Since then', () => ({ 'if-modified-since': seconds(0) }), 304],
      ['If-Modified-Since before', () => ({ 'if-modified-since': seconds(-1) }), 200],
      ['If-Unmodified-Since then', () => ({ 'if-unmodified-since': seconds(0) }), 200],
      ['If-Unmodified-Since before', () => ({ 'if-unmodified-since': seconds(-1) }), 412],
      ['If-Modified-Since that is no date', () => ({ 'if-modified-since': 'yesterday' }), 200],
      [
        'a range that cannot be, of what is not modified',
        () => ({ 'if-none-match': ETAG, range: 'bytes=99-' }),
        304,
      ],
    ]
    test.each(table)('%s', async (_, headers, status) => {
      expect((await get('digits', { headers: headers() })).status).toBe(status)
      expect((await head('digits', { headers: headers() })).status).toBe(status)
    })

    test('304 has the validators, no body and no length', async () => {
      const { headers, body } = await get('digits', { headers: { 'if-none-match': ETAG } })
      expect(body).toHaveLength(0)
      expect(headers).toMatchObject({ etag: ETAG, 'last-modified': modified })
      expect(headers['content-length']).toBeUndefined()
    })

    test('412 names the condition', async () => {
      const { element } = await get('digits', { headers: { 'if-match': '"a"' } })
      expect([element('Code'), element('Condition')]).toEqual(['PreconditionFailed', 'If-Match'])
    })
  })

  describe('authorisation', () => {
    test('who may list is told that the key is not there', async () => {
      const { status, element } = await get('missing')
      expect([status, element('Code'), element('Message')]).toEqual([
        404,
        'NoSuchKey',
        'The specified key does not exist.',
      ])
      expect(element('Key')).toBe('missing')
      expect((await head('missing')).status).toBe(404)
    })

    test('who may read but not list is told that they may not list', async () => {
      const { status, element } = await get('missing', { as: blind })
      expect([status, element('Code')]).toEqual([403, 'AccessDenied'])
      expect(element('Message')).toBe(
        'User: arn:aws:iam::111122223333:user/blind is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::reads" because no identity-based policy allows the s3:ListBucket action',
      )
      expect((await get('digits', { as: blind })).status).toBe(200)
      expect((await head('missing', { as: blind })).status).toBe(403)
    })

    test('who may list but not read learns nothing from reading', async () => {
      for (const key of ['digits', 'missing']) {
        const { status, element } = await get(key, { as: lister })
        expect(status).toBe(403)
        expect(element('Message')).toContain('not authorized to perform: s3:GetObject on')
      }
    })

    test('is by key, not by path: dots do not lead into another prefix', async () => {
      await world.putObject('reads', 'mine/a', 'mine')
      await world.putObject('reads', 'mine/../digits', 'no way out')
      expect((await get('mine/a', { as: inPrefix })).text).toBe('mine')
      expect((await get('mine/../digits', { as: inPrefix })).text).toBe('no way out')
      expect((await get('digits', { as: inPrefix })).status).toBe(403)
    })

    test('strangers and nobody hear Access Denied, and of a missing bucket that it is missing', async () => {
      for (const as of [stranger, null]) {
        const { status, element } = await get('digits', { as })
        expect([status, element('Message')]).toEqual([403, 'Access Denied'])
        const nowhere = await world.send({ method: 'GET', path: '/not-there/a', as })
        expect([nowhere.status, nowhere.element('Code')]).toEqual([404, 'NoSuchBucket'])
      }
    })

    test('a signature for another region is refused with the right one', async () => {
      await createIn(world, 'european', 'eu-west-1')
      const { status, element, headers } = await world.send({ method: 'GET', path: '/european/a' })
      expect([status, element('Code')]).toEqual([400, 'AuthorizationHeaderMalformed'])
      expect(element('Message')).toBe(
        "The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'",
      )
      expect(element('Region')).toBe('eu-west-1')
      expect(headers['x-amz-bucket-region']).toBe('eu-west-1')
    })
  })

  describe('behaviour', () => {
    test.each([
      'a b',
      'a+b',
      '100%',
      '%2F',
      'a//b',
      '/',
      '//',
      '../x',
      './x',
      'x/..',
      'x/',
      'ünïcode/ключ/鍵/🪣',
      "!*'()",
      '?#&=;:@$,',
      '\\',
      'a\tb\u0001',
      '\ufeffbom',
      '\u{10ffff}',
      'constructor',
      '__proto__',
    ])('the key %j is itself', async (key) => {
      await world.putObject('reads', key, `body of ${key}`)
      const { text, status } = await world.send({ method: 'GET', path: pathOf('reads', key) })
      expect([status, text]).toEqual([200, `body of ${key}`])
    })

    test('+ in a path is a space, as it is for the signature', async () => {
      await world.putObject('reads', 'plus sign', 'with space')
      expect((await get('plus+sign')).text).toBe('with space')
    })

    test('what is archived can be looked at but not read', async () => {
      const headers = { 'x-amz-storage-class': 'GLACIER' }
      await world.send({ method: 'PUT', path: '/reads/frozen', headers })
      expect((await head('frozen')).headers['x-amz-storage-class']).toBe('GLACIER')
      const { status, element } = await get('frozen')
      expect([status, element('Code'), element('StorageClass')]).toEqual([
        403,
        'InvalidObjectState',
        'GLACIER',
      ])
    })

    test('x-amz-expected-bucket-owner guards against a stranger’s bucket', async () => {
      const expecting = (id: string) => ({ headers: { 'x-amz-expected-bucket-owner': id } })
      expect((await get('digits', expecting('111122223333'))).status).toBe(200)
      const other = await get('digits', expecting('444455556666'))
      expect([other.status, other.element('Message')]).toEqual([403, 'Access Denied'])
      expect((await get('digits', expecting('me'))).element('Code')).toBe('InvalidArgument')
    })

    test('a bucket alone is no object', async () => {
      const { status, element } = await world.send({ method: 'GET', path: '/reads/' })
      expect([status, element('Code')]).toEqual([501, 'NotImplemented'])
      expect(element('Message')).toContain('ListObjects ')
    })
  })

  test('audit: a read is a data event', async () => {
    await get('digits')
    expect((await world.services.journal()).at(-1)).toMatchObject({
      eventName: 'GetObject',
      category: 'Data',
      readOnly: true,
      responseElements: null,
      requestParameters: { bucketName: 'reads', key: 'digits' },
    })
    await head('missing', { as: blind })
    expect((await world.services.journal()).at(-1)).toMatchObject({
      eventName: 'HeadObject',
      errorCode: 'AccessDenied',
      resources: [{ arn: 'arn:aws:s3:::reads/missing' }, { accountId: '111122223333' }],
    })
  })
})
