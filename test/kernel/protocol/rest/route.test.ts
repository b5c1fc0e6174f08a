/** Which operation a REST request is: S3's routes, where many share a path. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildRoutes, findRoute, matchPath, parsePath } from '#kernel/protocol/rest/route.ts'
import { s3, sso, ssoOidc } from '../fixture/apis.ts'
import { wireRequest } from '../fixture/wire.ts'

const s3Route = (line: string, headers = {}) => {
  const [method = '', url = ''] = line.split(' ')
  return findRoute(s3.routes, wireRequest({ method, url, headers }))
}

describe('S3', () => {
  test.each([
    ['GET /', 'ListBuckets'],
    ['GET /?x-id=ListBuckets', 'ListBuckets'],
    ['GET /?x-id=ListDirectoryBuckets', 'ListDirectoryBuckets'],
    ['GET /?x-id=DeleteBucket', 'ListBuckets'],
    ['PUT /bucket', 'CreateBucket'],
    ['PUT /bucket/', 'CreateBucket'],
    ['HEAD /bucket', 'HeadBucket'],
    ['DELETE /bucket', 'DeleteBucket'],
    ['GET /bucket', 'ListObjects'],
    ['GET /bucket?list-type=2', 'ListObjectsV2'],
    ['GET /bucket?list-type=2&prefix=a', 'ListObjectsV2'],
    ['GET /bucket?list-type=1', 'ListObjects'],
    ['GET /bucket?location', 'GetBucketLocation'],
    ['GET /bucket?location=', 'GetBucketLocation'],
    ['GET /bucket?unheard-of', 'ListObjects'],
    ['GET /bucket?lifecycle', 'GetBucketLifecycleConfiguration'],
    ['GET /bucket?analytics', 'ListBucketAnalyticsConfigurations'],
    ['GET /bucket?analytics&id=1', 'GetBucketAnalyticsConfiguration'],
    ['POST /bucket?delete', 'DeleteObjects'],
    ['GET /bucket/key', 'GetObject'],
    ['GET /bucket/a/b/c/', 'GetObject'],
    ['GET /bucket//a', 'GetObject'],
    ['GET /bucket/key?acl', 'GetObjectAcl'],
    ['GET /bucket/key?uploadId=1', 'ListParts'],
    ['GET /bucket/key?versionId=1', 'GetObject'],
    ['GET /bucket/key?annotation&annotationName=a', 'GetObjectAnnotation'],
    ['PUT /bucket/key', 'PutObject'],
    ['PUT /bucket/key?partNumber=1&uploadId=2', 'UploadPart'],
    ['POST /bucket/key?uploads', 'CreateMultipartUpload'],
    ['POST /bucket/key?select&select-type=2', 'SelectObjectContent'],
    ['POST /WriteGetObjectResponse', 'WriteGetObjectResponse'],
    ['POST /WriteGetObjectResponse?delete', 'WriteGetObjectResponse'],
  ])('%s is %s', (line, name) => {
    expect(s3Route(line)).toBe(name)
  })

  test.each(['POST /', 'POST /bucket', 'HEAD /', 'PATCH /bucket', 'GET //key', 'OPTIONS /bucket'])(
    '%s is no operation',
    (line) => {
      expect(s3Route(line)).toBeUndefined()
    },
  )

  test('a header makes a copy of an upload', () => {
    const copy = { 'X-Amz-Copy-Source': '/other/key' }
    expect(s3Route('PUT /bucket/key', copy)).toBe('CopyObject')
    expect(s3Route('PUT /bucket/key?partNumber=1&uploadId=2', copy)).toBe('UploadPartCopy')
  })

  test('a sub-resource says more than a header', () => {
    expect(s3Route('PUT /bucket/key?acl', { 'x-amz-copy-source': '/other/key' })).toBe(
      'PutObjectAcl',
    )
  })

  test('the method counts as it is written', () => {
    expect(s3Route('get /bucket')).toBeUndefined()
  })

  test('never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom('GET', 'PUT', 'POST'), fc.string(), (method, url) => {
        findRoute(s3.routes, wireRequest({ method, url }))
      }),
    )
  })
})

describe('Identity Center', () => {
  test.each([
    [sso, 'GET /federation/credentials', 'GetRoleCredentials'],
    [sso, 'GET /assignment/accounts', 'ListAccounts'],
    [sso, 'POST /logout', 'Logout'],
    [sso, 'GET /logout', undefined],
    [ssoOidc, 'POST /token', 'CreateToken'],
    [ssoOidc, 'POST /token?aws_iam=t', 'CreateTokenWithIAM'],
    [ssoOidc, 'POST /token?aws_iam=f', 'CreateToken'],
    [ssoOidc, 'POST /client/register/more', undefined],
  ])('%#: %s is %s', (api, line, name) => {
    const [method = '', url = ''] = line.split(' ')
    expect(findRoute(api.routes, wireRequest({ method, url }))).toBe(name)
  })
})

describe('matchPath', () => {
  const template = parsePath('/{Bucket}/{Key+}')

  test.each([
    ['/b/k', ['b', 'k']],
    ['/b/a%2Fb', ['b', 'a%2Fb']],
    ['/b/a/../b', ['b', 'a/../b']],
    ['/b//', ['b', '/']],
    ['/b/', undefined],
    ['/b', undefined],
    ['//k', undefined],
    ['b/k', undefined],
    ['', undefined],
  ])('%s: %j', (path, labels) => {
    expect(matchPath(template, path)).toEqual(labels)
  })

  test('nothing is decoded: a slash in an escape stays in its segment', () => {
    expect(matchPath(parsePath('/{A}'), '/a%2Fb')).toEqual(['a%2Fb'])
  })
})

test('twins: the deprecated one is never chosen', () => {
  const routes = buildRoutes({ Aged: 'GET / !', Bright: 'GET /' })
  expect(findRoute(routes, wireRequest({}))).toBe('Bright')
})
