import { describe, expect, test } from 'vitest'
import { authenticationMechanism } from '#kernel/sigv4/authenticationMechanism.ts'

const V4 = 'AWS4-HMAC-SHA256 Credential=…'

describe('a request', () => {
  test.each([
    ['anonymous', '', []],
    ['anonymous', 'prefix=Signature&x-amz-signature=1&X-Amz-Date=1', []],
    ['header-v4', '', ['Authorization', V4]],
    ['header-v4', 'X-Amz-Expires=1&Action=ListUsers', ['authorization', V4]],
    ['header-v4a', '', ['authorization', 'AWS4-ECDSA-P256-SHA256 Credential=…']],
    ['header-v2', '', ['authorization', 'AWS AKID:signature']],
    ['header-other', '', ['authorization', 'Bearer abc']],
    ['header-other', '', ['authorization', '']],
    ['header-other', '', ['authorization', 'aws4-hmac-sha256 Credential=…']],
    ['presigned-v4', 'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=1', []],
    ['presigned-v4', 'X-Amz-Credential=1', []],
    ['presigned-v4', 'X%2DAmz%2DSignature=1', []],
    ['presigned-v2', 'AWSAccessKeyId=1&Signature=2&Expires=3', []],
    ['presigned-v2', 'Signature', []],
    ['several', 'X-Amz-Signature=1', ['authorization', V4]],
    ['several', 'Signature=1', ['authorization', V4]],
    ['several', 'X-Amz-Signature=1&Signature=2', []],
    ['several', '', ['authorization', V4, 'Authorization', V4]],
    ['several', '', ['authorization', V4, 'Authorization', 'Bearer abc']],
  ])('is %s: ?%s %j', (mechanism, query, rawHeaders) => {
    expect(authenticationMechanism({ query, rawHeaders })).toBe(mechanism)
  })
})
