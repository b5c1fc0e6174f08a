/** Members in path, query and headers. */
import { describe, expect, test } from 'vitest'
import { BadValue } from '#kernel/protocol/badValue.ts'
import { readBindings } from '#kernel/protocol/rest/read.ts'
import { s3, sso } from '../fixture/apis.ts'
import { operationOf, type SentRequest, wireRequest } from '../fixture/wire.ts'

const read = (name: string, request: SentRequest, api = s3) =>
  readBindings(operationOf(api, name), wireRequest(request))

describe('path', () => {
  test.each([
    ['/bucket/a/b', 'a/b'],
    ['/bucket/a%2Fb%20c', 'a/b c'],
    ['/bucket/a+b', 'a+b'],
    ['/bucket//a', '/a'],
    ['/bucket/..%2f..', '../..'],
    ['/bucket/%C3%A9', 'é'],
  ])('%s holds the key %s', (url, Key) => {
    expect(read('GetObject', { url })).toEqual({ Bucket: 'bucket', Key })
  })

  test.each(['/bucket/%', '/bucket/%ff', '/bucket/%C3'])('refuses %s', (url) => {
    expect(() => read('GetObject', { url })).toThrow(BadValue)
  })
})

describe('query', () => {
  test('is decoded as a form', () => {
    const url = '/bucket?list-type=2&max-keys=5&prefix=a%2Fb+c&fetch-owner=true'
    const value = { Bucket: 'bucket', MaxKeys: 5, Prefix: 'a/b c', FetchOwner: true }
    expect(read('ListObjectsV2', { url })).toEqual(value)
  })

  test('an empty value is an empty text', () => {
    expect(read('ListObjectsV2', { url: '/bucket?prefix=' })).toMatchObject({ Prefix: '' })
  })

  test('of a repeated parameter the first counts', () => {
    const url = '/federation/credentials?role_name=a&account_id=1&role_name=b'
    expect(read('GetRoleCredentials', { url }, sso)).toMatchObject({ roleName: 'a' })
  })

  test.each([
    'max-keys=five',
    'max-keys=',
    'max-keys=1.5',
    'max-keys=99999999999',
    'fetch-owner=1',
  ])('refuses %s and names the parameter', (query) => {
    const facts = { name: query.split('=')[0], value: query.split('=')[1] }
    expect(() => read('ListObjectsV2', { url: `/bucket?${query}` })).toThrow(
      expect.objectContaining({ kind: 'value', facts: expect.objectContaining(facts) }),
    )
  })
})

describe('headers', () => {
  test('go by name in any case', () => {
    const headers = { 'X-AMZ-ACL': 'private', 'x-amz-bucket-object-lock-enabled': 'true' }
    expect(read('CreateBucket', { method: 'PUT', url: '/bucket', headers })).toEqual({
      Bucket: 'bucket',
      ACL: 'private',
      ObjectLockEnabledForBucket: true,
    })
  })

  test('metadata comes back in lower case, as S3 gives it', () => {
    const headers = { 'x-amz-meta-Colour': 'red', 'X-Amz-Meta-__proto__': 'x', 'x-amz-meta-': 'y' }
    const { Metadata } = read('PutObject', { url: '/bucket/key', headers })
    expect(Object.entries(Metadata as object)).toEqual([
      ['colour', 'red'],
      ['__proto__', 'x'],
    ])
  })

  test('repeated lines are one list', () => {
    const request = wireRequest({ url: '/bucket?list-type=2' })
    const rawHeaders = [
      'x-amz-optional-object-attributes',
      'a, b',
      'X-Amz-Optional-Object-Attributes',
      'c',
    ]
    const value = readBindings(operationOf(s3, 'ListObjectsV2'), { ...request, rawHeaders })
    expect(value['OptionalObjectAttributes']).toEqual(['a', 'b', 'c'])
  })

  test('a conditional date that is none is ignored, as RFC 9110 asks', () => {
    const headers = { 'If-Modified-Since': 'yesterday' }
    expect(read('GetObject', { url: '/bucket/key', headers })).not.toHaveProperty('IfModifiedSince')
  })

  test('any other date that is none is refused', () => {
    const headers = { 'x-amz-object-lock-retain-until-date': 'tomorrow' }
    expect(() => read('PutObject', { url: '/bucket/key', headers })).toThrow(BadValue)
  })
})
