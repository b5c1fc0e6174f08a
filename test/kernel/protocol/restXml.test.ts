/** S3's answers and refusals. */
import { describe, expect, test } from 'vitest'
import { AwsError } from '#kernel/errors/awsError.ts'
import { BadValue } from '#kernel/protocol/badValue.ts'
import { malformed } from '#kernel/protocol/malformed.ts'
import { restXml } from '#kernel/protocol/restXml.ts'
import { s3 } from './fixture/apis.ts'
import { operationOf, type SentRequest, textOf, wireRequest } from './fixture/wire.ts'

const context = { requestId: '4442587FB7D0A2F9', hostId: 'host-id' }
const ids = { 'x-amz-request-id': '4442587FB7D0A2F9', 'x-amz-id-2': 'host-id', Server: 'AmazonS3' }
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
const xmlns = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"'

const parse = (name: string, request: SentRequest) =>
  restXml.parse(s3, operationOf(s3, name), wireRequest(request))
const serialise = (name: string, output: object) =>
  restXml.serialise(s3, operationOf(s3, name), output, context)

describe('parse', () => {
  const put = { method: 'PUT', url: '/bucket' }

  test.each([
    ['no body', '', undefined],
    ['an empty document', '<CreateBucketConfiguration/>', {}],
    [
      'a namespace or none',
      `<CreateBucketConfiguration ${xmlns}><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>`,
      { LocationConstraint: 'eu-west-1' },
    ],
    [
      'tags',
      '<CreateBucketConfiguration><Tags><Tag><Key>a</Key><Value>b</Value></Tag></Tags></CreateBucketConfiguration>',
      { Tags: [{ Key: 'a', Value: 'b' }] },
    ],
  ])('CreateBucket with %s', (_title, body, CreateBucketConfiguration) => {
    expect(parse('CreateBucket', { ...put, body })).toEqual({
      Bucket: 'bucket',
      CreateBucketConfiguration,
    })
  })

  test('an object is its bytes, whatever they are', () => {
    const body = Buffer.from([0, 255, 60, 97])
    expect(parse('PutObject', { method: 'PUT', url: '/bucket/key', body })).toEqual({
      Bucket: 'bucket',
      Key: 'key',
      Body: body,
    })
  })

  test.each([
    ['wrong root', { ...put, body: '<Other/>' }, 'MalformedXML', 400],
    [
      'an element that the schema lacks',
      { ...put, body: '<CreateBucketConfiguration><Colour/></CreateBucketConfiguration>' },
      'MalformedXML',
      400,
    ],
    ['no XML', { ...put, body: '{}' }, 'MalformedXML', 400],
    [
      'a document type',
      { ...put, body: '<!DOCTYPE x><CreateBucketConfiguration/>' },
      'MalformedXML',
      400,
    ],
    ['a path that cannot be decoded', { ...put, url: '/%ff' }, 'InvalidURI', 400],
    [
      'a header of the wrong type',
      { ...put, headers: { 'x-amz-bucket-object-lock-enabled': 'yes' } },
      'InvalidArgument',
      400,
    ],
  ])('refuses %s', (_title, request, code, status) => {
    try {
      parse('CreateBucket', request)
      expect.unreachable()
    } catch (error) {
      expect(malformed(s3, error as BadValue)).toMatchObject({ code, status })
    }
  })

  test('names the argument that is no number, as S3 does', () => {
    try {
      parse('ListObjectsV2', { url: '/bucket?list-type=2&max-keys=abc' })
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(BadValue)
      expect(malformed(s3, error as BadValue)).toMatchObject({
        code: 'InvalidArgument',
        message: 'Provided max-keys not an integer or within integer range',
        members: { ArgumentName: 'max-keys', ArgumentValue: 'abc' },
      })
    }
  })
})

describe('serialise', () => {
  test('a list on one line, dates with milliseconds', () => {
    const answer = serialise('ListBuckets', {
      Buckets: [{ Name: 'a', CreationDate: new Date('2026-11-24T15:30:35Z') }],
      Owner: { ID: '1' },
    })
    expect(answer.headers).toEqual({ ...ids, 'Content-Type': 'application/xml' })
    expect(textOf(answer)).toBe(
      `${declaration}<ListAllMyBucketsResult ${xmlns}><Buckets><Bucket><Name>a</Name>` +
        '<CreationDate>2026-11-24T15:30:35.000Z</CreationDate></Bucket></Buckets>' +
        '<Owner><ID>1</ID></Owner></ListAllMyBucketsResult>',
    )
  })

  test.each([
    ['eu-west-1', `<LocationConstraint ${xmlns}>eu-west-1</LocationConstraint>`],
    [undefined, `<LocationConstraint ${xmlns}/>`],
  ])('GetBucketLocation is its root alone: %s', (LocationConstraint, xml) => {
    expect(textOf(serialise('GetBucketLocation', { LocationConstraint }))).toBe(declaration + xml)
  })

  test('control characters in keys go out as references', () => {
    const { body } = serialise('ListObjectsV2', { Contents: [{ Key: 'a\u0001b' }] })
    expect(body.toString()).toContain('<Key>a&#x1;b</Key>')
  })

  test('headers, metadata and dates of an object', () => {
    const Body = Buffer.from('bytes')
    const answer = serialise('GetObject', {
      Body,
      ETag: '"1"',
      LastModified: new Date('2026-11-24T15:30:35Z'),
      ContentLength: 5,
      DeleteMarker: false,
      Metadata: { colour: 'red' },
    })
    expect(answer.status).toBe(200)
    expect(answer.headers).toEqual({
      ...ids,
      ETag: '"1"',
      'Last-Modified': 'Tue, 24 Nov 2026 15:30:35 GMT',
      'Content-Length': '5',
      'x-amz-delete-marker': 'false',
      'x-amz-meta-colour': 'red',
    })
    expect(answer.body.buffer).toBe(Body.buffer)
  })

  test('part of an object is 206', () => {
    expect(
      serialise('GetObject', { ContentRange: 'bytes 0-1/5', Body: Buffer.from('by') }).status,
    ).toBe(206)
  })

  test('a header value cannot end its line', () => {
    const { headers } = serialise('GetObject', {
      ContentDisposition: 'a\r\nSet-Cookie: b=1\u0000é€',
    })
    expect(headers['Content-Disposition']).toBe('a??Set-Cookie: b=1?é?')
  })

  test('deleting says 204 and nothing else', () => {
    const answer = serialise('DeleteObject', {})
    expect(answer).toEqual({ status: 204, headers: ids, body: Buffer.alloc(0) })
  })
})

describe('fail', () => {
  const missing = new AwsError({
    code: 'NoSuchBucket',
    status: 404,
    message: 'The specified bucket does not exist',
    members: { BucketName: 'a&b' },
  })

  test('code, message, members, ids; no namespace', () => {
    const answer = restXml.fail(s3, missing, context)
    expect(answer).toMatchObject({
      status: 404,
      headers: { ...ids, 'Content-Type': 'application/xml' },
    })
    expect(textOf(answer)).toBe(
      `${declaration}<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message>` +
        '<BucketName>a&amp;b</BucketName><RequestId>4442587FB7D0A2F9</RequestId><HostId>host-id</HostId></Error>',
    )
  })

  test.each([
    ['HEAD', missing, { ...context, head: true }],
    ['304', new AwsError({ code: 'NotModified', status: 304, message: '' }), context],
  ])('no body for %s', (_title, error, failure) => {
    expect(restXml.fail(s3, error, failure).body).toHaveLength(0)
  })

  test('a method that no operation has', () => {
    expect(restXml.unknown(s3, wireRequest({ method: 'PATCH' }))).toMatchObject({
      code: 'MethodNotAllowed',
      status: 405,
      members: { Method: 'PATCH' },
    })
  })
})
