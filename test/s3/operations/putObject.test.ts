import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ana, type S3World, type Sent, startS3, stranger, user } from '../s3World.ts'

const allow = (Action: string | string[], more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource: '*',
  ...more,
})
const writer = user('writer', { statements: [allow('s3:PutObject')] })
const reader = user('reader', { statements: [allow(['s3:Get*', 's3:List*'])] })
const onlyNew = user('onlynew', {
  statements: [allow('s3:PutObject', { Condition: { StringEquals: { 's3:if-none-match': '*' } } })],
})
const onlyCold = user('onlycold', {
  statements: [
    allow('s3:PutObject', {
      Condition: { StringEquals: { 's3:x-amz-storage-class': 'STANDARD_IA' } },
    }),
  ],
})

let world: S3World
beforeAll(async () => {
  world = await startS3({ users: [ana, stranger, writer, reader, onlyNew, onlyCold] })
  await world.createBucket('puts')
})
afterAll(() => world.close())

const put = (key: string, more: Partial<Sent> = {}) =>
  world.send({ method: 'PUT', path: `/puts/${key}`, ...more })
const get = (key: string) => world.send({ method: 'GET', path: `/puts/${key}` })
const md5 = (text: string) => createHash('md5').update(text).digest('base64')

describe('PutObject', () => {
  describe('serialisation', () => {
    test('answers the entity tag and the checksum that S3 computed itself', async () => {
      const { status, headers, body } = await put('plain', { body: 'hello world' })
      expect([status, body.length]).toEqual([200, 0])
      expect(headers).toMatchObject({
        etag: '"5eb63bbbe01eeed093cb22bb8f5acdc3"',
        'x-amz-checksum-crc64nvme': 'jSnVw/bqjr4=',
        'x-amz-checksum-type': 'FULL_OBJECT',
        'x-amz-server-side-encryption': 'AES256',
      })
    })

    test.each([
      ['crc32', 'DUoRhQ=='],
      ['crc32c', 'yZRlqg=='],
      ['crc64nvme', 'jSnVw/bqjr4='],
      ['sha1', 'Kq5sNclPz7QV2+lfQIuc6R7oRu0='],
      ['sha256', 'uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek='],
    ])('answers the %s that the client sent, and no other', async (name, value) => {
      const header = `x-amz-checksum-${name}`
      const headers = { [header]: value, 'x-amz-sdk-checksum-algorithm': name.toUpperCase() }
      const answer = await put('checked', { body: 'hello world', headers })
      expect(answer.status).toBe(200)
      const checksums = Object.keys(answer.headers).filter((h) => h.startsWith('x-amz-checksum-'))
      expect(checksums.sort()).toEqual([header, 'x-amz-checksum-type'])
      expect(answer.headers[header]).toBe(value)
    })
  })

  describe('validation', () => {
    test.each([
      ['crc32', 'DUoRhA=='],
      ['crc32c', 'yZRlqw=='],
      ['crc64nvme', 'jSnVw/bqjr8='],
      ['sha1', 'Kq5sNclPz7QV2+lfQIuc6R7oRu4='],
      ['sha256', 'uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzeg='],
    ])('refuses a body that is not of its %s', async (name, value) => {
      const headers = { [`x-amz-checksum-${name}`]: value }
      const answer = await put('mangled', { body: 'hello world', headers })
      expect([answer.status, answer.element('Code')]).toEqual([400, 'BadDigest'])
      expect(answer.element('Message')).toBe(
        `The ${name.toUpperCase()} you specified did not match the calculated checksum.`,
      )
      expect((await get('mangled')).status).toBe(404)
    })

    test.each(['DUoRhQ', 'DUoRhQ==x', 'AAAA', '====', 'jSnVw/bqjr4='])(
      'refuses %s as a CRC32',
      async (value) => {
        const answer = await put('x', { headers: { 'x-amz-checksum-crc32': value } })
        expect([answer.status, answer.element('Code')]).toEqual([400, 'InvalidRequest'])
        expect(answer.element('Message')).toBe('Value for x-amz-checksum-crc32 header is invalid.')
      },
    )

    test('refuses two checksums, also if both are right', async () => {
      const headers = {
        'x-amz-checksum-crc32': 'DUoRhQ==',
        'x-amz-checksum-sha1': 'Kq5sNclPz7QV2+lfQIuc6R7oRu0=',
      }
      const answer = await put('x', { body: 'hello world', headers })
      expect(answer.element('Message')).toBe(
        'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
      )
    })

    test.each([
      [{ 'x-amz-sdk-checksum-algorithm': 'CRC32' }],
      [{ 'x-amz-sdk-checksum-algorithm': 'SHA1', 'x-amz-checksum-crc32': 'DUoRhQ==' }],
    ])('refuses an announced checksum that is not there: %o', async (headers) => {
      const answer = await put('x', { body: 'hello world', headers })
      expect([answer.status, answer.element('Code')]).toEqual([400, 'InvalidRequest'])
      expect(answer.element('Message')).toContain('but no corresponding x-amz-checksum-*')
    })

    test('holds the body against Content-MD5', async () => {
      const right = await put('md5', { body: 'hello', headers: { 'content-md5': md5('hello') } })
      expect(right.status).toBe(200)
      const wrong = await put('md5', { body: 'hello', headers: { 'content-md5': md5('other') } })
      expect([wrong.status, wrong.element('Code')]).toEqual([400, 'BadDigest'])
      expect(wrong.element('ExpectedDigest')).toBe(md5('other'))
      expect(wrong.element('CalculatedDigest')).toBe(md5('hello'))
      const none = await put('md5', { body: 'hello', headers: { 'content-md5': 'hello' } })
      expect([none.status, none.element('Code')]).toEqual([400, 'InvalidDigest'])
      expect(none.element('Content-MD5')).toBe('hello')
    })

    test('refuses a body other than the signed one, and keeps nothing of it', async () => {
      const answer = await put('swapped', { body: 'hello', instead: Buffer.from('HELLO') })
      expect([answer.status, answer.element('Code')]).toEqual([400, 'XAmzContentSHA256Mismatch'])
      const hash = (text: string) => createHash('sha256').update(text).digest('hex')
      expect(answer.element('ClientComputedContentSHA256')).toBe(hash('hello'))
      expect(answer.element('S3ComputedContentSHA256')).toBe(hash('HELLO'))
      expect((await get('swapped')).status).toBe(404)
    })

    test('takes any body where only the headers are signed', async () => {
      const headers = { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }
      const sent = { body: 'hello', instead: Buffer.from('HELLO'), headers }
      expect((await put('unsigned', sent)).status).toBe(200)
      expect((await get('unsigned')).text).toBe('HELLO')
    })

    test('refuses a header that asks for something and is not signed', async () => {
      const answer = await put('x', { unsigned: { 'x-amz-acl': 'private' } })
      expect([answer.status, answer.element('Code')]).toEqual([403, 'AccessDenied'])
      expect(answer.element('HeadersNotSigned')).toBe('x-amz-acl')
    })

    test('refuses a key of more than 1024 bytes', async () => {
      expect((await put('k'.repeat(1024))).status).toBe(200)
      const answer = await put('k'.repeat(1025))
      expect([answer.status, answer.element('Code')]).toEqual([400, 'KeyTooLongError'])
      expect([answer.element('Size'), answer.element('MaxSizeAllowed')]).toEqual(['1025', '1024'])
    })

    test.each(['%', '%zz', 'a%00b', '%ff'])('refuses %s as a key', async (key) => {
      const answer = await put(key)
      expect([answer.status, answer.element('Code')]).toEqual([400, 'InvalidURI'])
    })

    test('takes 2048 bytes of metadata, names and values together, and no more', async () => {
      const meta = (length: number) => ({ headers: { 'x-amz-meta-abcd': 'v'.repeat(length) } })
      expect((await put('meta', meta(2044))).status).toBe(200)
      const answer = await put('meta', meta(2045))
      expect([answer.status, answer.element('Code')]).toEqual([400, 'MetadataTooLarge'])
      expect([answer.element('Size'), answer.element('MaxSizeAllowed')]).toEqual(['2049', '2048'])
    })

    test.each([
      [{ 'x-amz-storage-class': 'FROZEN' }, 400, 'InvalidStorageClass'],
      [{ 'x-amz-storage-class': 'OUTPOSTS' }, 400, 'InvalidStorageClass'],
      [{ 'x-amz-server-side-encryption': 'ROT13' }, 400, 'InvalidEncryptionAlgorithmError'],
      [{ 'x-amz-acl': 'everybody' }, 400, 'InvalidArgument'],
      [{ 'x-amz-acl': 'public-read' }, 400, 'AccessControlListNotSupported'],
      [{ 'x-amz-grant-read': `id="${'a'.repeat(64)}"` }, 400, 'AccessControlListNotSupported'],
      [{ 'if-none-match': '"5eb63bbbe01eeed093cb22bb8f5acdc3"' }, 501, 'NotImplemented'],
      [{ 'if-match': '*' }, 501, 'NotImplemented'],
      [{ 'if-match': '"a"', 'if-none-match': '*' }, 501, 'NotImplemented'],
      [{ 'x-amz-expected-bucket-owner': '444455556666' }, 403, 'AccessDenied'],
    ])('%o is refused: %i %s', async (headers, status, code) => {
      const answer = await put('refused', { headers: headers as Record<string, string> })
      expect([answer.status, answer.element('Code')]).toEqual([status, code])
    })

    test('takes the ACLs that say what is so anyway', async () => {
      for (const acl of ['private', 'bucket-owner-full-control'])
        expect((await put('acl', { headers: { 'x-amz-acl': acl } })).status).toBe(200)
    })
  })

  describe('authorisation', () => {
    test('denies in AWS’s sentence, naming the object', async () => {
      const { status, element } = await put('a/b', { as: reader })
      expect(status).toBe(403)
      expect(element('Message')).toBe(
        'User: arn:aws:iam::111122223333:user/reader is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::puts/a/b" because no identity-based policy allows the s3:PutObject action',
      )
    })

    test('tells a stranger no more than Access Denied', async () => {
      const { status, element } = await put('a', { as: stranger })
      expect([status, element('Message')]).toEqual([403, 'Access Denied'])
    })

    test.each([
      [{ 'x-amz-acl': 'private' }, 's3:PutObjectAcl'],
      [{ 'x-amz-grant-read': 'id="x"' }, 's3:PutObjectAcl'],
      [{ 'x-amz-tagging': 'a=b' }, 's3:PutObjectTagging'],
      [{ 'if-match': '"5eb63bbbe01eeed093cb22bb8f5acdc3"' }, 's3:GetObject'],
    ])('with %o needs %s too', async (headers, action) => {
      const { status, element } = await put('more', {
        as: writer,
        headers: headers as Record<string, string>,
      })
      expect(status).toBe(403)
      expect(element('Message')).toContain(`not authorized to perform: ${action} on`)
    })

    test('holds headers against conditions of their names', async () => {
      expect((await put('cold', { as: onlyCold })).status).toBe(403)
      const headers = { 'x-amz-storage-class': 'STANDARD_IA' }
      expect((await put('cold', { as: onlyCold, headers })).status).toBe(200)
      expect((await put('new', { as: onlyNew })).status).toBe(403)
      const fresh = { 'if-none-match': '*' }
      expect((await put('new', { as: onlyNew, headers: fresh })).status).toBe(200)
    })

    test('comes before every validation', async () => {
      const headers = { 'x-amz-storage-class': 'FROZEN', 'content-md5': 'no' }
      const { element } = await put('k'.repeat(1025), { as: reader, headers })
      expect(element('Code')).toBe('AccessDenied')
    })

    test('comes before the body: who may not put is not told to go on', async () => {
      const headers = { expect: '100-continue' }
      const body = 'x'.repeat(100_000)
      const refused = await put('expected', { as: reader, headers, body })
      expect([refused.status, refused.continued]).toEqual([403, false])
      expect(refused.headers['connection']).toBe('close')
      const taken = await put('expected', { headers, body })
      expect([taken.status, taken.continued]).toEqual([200, true])
    })

    test('a request that is too large and sent at once is answered all the same', async () => {
      const body = Buffer.alloc(64 * 1024 * 1024 + 1)
      const headers = { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }
      const { status, element } = await put('huge', { body, headers })
      expect([status, element('Code')]).toEqual([400, 'EntityTooLarge'])
    })

    test('a request that is too large is not told to go on either', async () => {
      const length = String(64 * 1024 * 1024 + 1)
      const headers = { expect: '100-continue', 'content-length': length }
      const { status, element, continued } = await put('huge', { headers })
      expect([status, element('Code'), continued]).toEqual([400, 'EntityTooLarge', false])
      expect([element('ProposedSize'), element('MaxSizeAllowed')]).toEqual([length, '67108864'])
    })
  })

  describe('behaviour', () => {
    test('writes over what was there, all of it', async () => {
      const headers = { 'x-amz-meta-a': '1', 'content-type': 'text/plain' }
      await put('over', { body: 'first', headers })
      await put('over', { body: 'second' })
      const { text, headers: now } = await get('over')
      expect(text).toBe('second')
      expect(now['x-amz-meta-a']).toBeUndefined()
      expect(now['content-type']).toBe('binary/octet-stream')
    })

    test('with If-None-Match: * puts only what is not there', async () => {
      const headers = { 'if-none-match': '*' }
      expect((await put('if-new', { body: 'first', headers })).status).toBe(200)
      const { status, element } = await put('if-new', { body: 'second', headers })
      expect([status, element('Code'), element('Condition')]).toEqual([
        412,
        'PreconditionFailed',
        'If-None-Match',
      ])
      expect((await get('if-new')).text).toBe('first')
    })

    test('of many at once with If-None-Match: * exactly one succeeds', async () => {
      const headers = { 'if-none-match': '*' }
      const all = Array.from({ length: 20 }, (_, i) => put('raced', { body: `${i}`, headers }))
      const statuses = (await Promise.all(all)).map(({ status }) => status)
      expect(statuses.filter((status) => status === 200)).toHaveLength(1)
      expect(statuses.filter((status) => status === 412)).toHaveLength(19)
    })

    test('with If-Match puts only over the version that was read', async () => {
      const { headers } = await put('if-same', { body: 'first' })
      const ifMatch = { 'if-match': String(headers['etag']) }
      expect((await put('if-same', { body: 'second', headers: ifMatch })).status).toBe(200)
      const stale = await put('if-same', { body: 'third', headers: ifMatch })
      expect([stale.status, stale.element('Condition')]).toEqual([412, 'If-Match'])
      const gone = await put('if-gone', { headers: ifMatch })
      expect([gone.status, gone.element('Code')]).toEqual([404, 'NoSuchKey'])
    })

    test('in a bucket that is not there is NoSuchBucket', async () => {
      const { status, element } = await world.send({ method: 'PUT', path: '/nowhere/a' })
      expect([status, element('Code')]).toEqual([404, 'NoSuchBucket'])
    })

    test('without Content-Length is refused before the body', async () => {
      const { status, element } = await put('unmeasured', { unmeasured: 'silent' })
      expect([status, element('Code')]).toEqual([411, 'MissingContentLength'])
    })

    test('in chunks of unknown number is refused before the body', async () => {
      const headers = { expect: '100-continue' }
      const sent = { body: 'hello', headers, unmeasured: 'chunked' } as const
      const { status, element, continued } = await put('unmeasured', sent)
      expect([status, element('Header'), continued]).toEqual([501, 'Transfer-Encoding', false])
    })

    test('that breaks off leaves nothing', async () => {
      const headers = { 'content-length': '1000' }
      await expect(put('broken', { body: 'short', headers, breakOff: true })).rejects.toThrow()
      expect((await get('broken')).status).toBe(404)
    })
  })

  describe('audit', () => {
    test('is a data event on the object and its bucket', async () => {
      await put('audited', { body: 'hello', headers: { 'x-amz-storage-class': 'STANDARD_IA' } })
      expect((await world.services.journal()).at(-1)).toMatchObject({
        eventName: 'PutObject',
        category: 'Data',
        readOnly: false,
        responseElements: null,
        requestParameters: {
          bucketName: 'puts',
          key: 'audited',
          'x-amz-storage-class': 'STANDARD_IA',
        },
        resources: [
          { type: 'AWS::S3::Object', arn: 'arn:aws:s3:::puts/audited' },
          { type: 'AWS::S3::Bucket', arn: 'arn:aws:s3:::puts', accountId: '111122223333' },
        ],
        additional: { bytesTransferredIn: 5 },
      })
    })

    test('records a body that was not the signed one as a failure', async () => {
      await put('audited-failure', { body: 'hello', instead: Buffer.from('HELLO') })
      expect((await world.services.journal()).at(-1)).toMatchObject({
        errorCode: 'XAmzContentSHA256Mismatch',
        requestParameters: { key: 'audited-failure' },
      })
    })
  })

  describe('explanation', () => {
    test('says what was kept', async () => {
      await put('explained', { body: 'hello world' })
      const events = world.services.recorder!.events()
      const explained = events.findLast((event) => event.kind === 'explain' && event.topic === 's3')
      expect(explained).toMatchObject({
        data: {
          bucket: 'puts',
          key: 'explained',
          etag: '5eb63bbbe01eeed093cb22bb8f5acdc3',
          checksum: { algorithm: 'CRC64NVME', value: 'jSnVw/bqjr4=' },
          isNew: true,
        },
      })
    })
  })
})
