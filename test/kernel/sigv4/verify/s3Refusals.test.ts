/** What S3 answers to a request whose Authorization header, scope, date or payload hash is wrong. */
import { describe, expect, test } from 'vitest'
import { signingKey } from '#kernel/sigv4/signingKey.ts'
import { checkClaim } from '#kernel/sigv4/verify/checkClaim.ts'
import { checkPayload } from '#kernel/sigv4/verify/checkPayload.ts'
import { readClaim } from '#kernel/sigv4/verify/readClaim.ts'
import { onWire, refusal } from '../refusal.ts'
import {
  alsoWith,
  NOW,
  received,
  S3_OPTIONS,
  S3_REQUEST,
  SECRET,
  withHeaders,
} from './signedRequest.ts'

const REQUEST = received(S3_REQUEST)
const AKID = 'AKIAIOSFODNN7EXAMPLE'
const SCOPE = '20261105/us-east-1/s3/aws4_request'
const AUTHORIZATION = `AWS4-HMAC-SHA256 Credential=${AKID}/${SCOPE}, SignedHeaders=host, Signature=abc`

const read = (request: typeof REQUEST) => readClaim(request, S3_OPTIONS)
const refused = (request: typeof REQUEST) => onWire(refusal(() => read(request)))
const withAuthorization = (authorization: string) => withHeaders(REQUEST, { authorization })

describe('AuthorizationHeaderMalformed', () => {
  const MALFORMED_CREDENTIAL =
    'the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".'
  const THREE =
    'the authorization header requires three components: Credential, SignedHeaders, and Signature.'

  test.each([
    [
      SCOPE,
      '20261105/eu-west-1/s3/aws4_request',
      "the region 'eu-west-1' is wrong; expecting 'us-east-1'",
    ],
    [SCOPE, '20261105//s3/aws4_request', "the region '' is wrong; expecting 'us-east-1'"],
    [
      SCOPE,
      '20261105/us-east-1/iam/aws4_request',
      'incorrect service "iam". This endpoint belongs to "s3".',
    ],
    [
      SCOPE,
      '20261105/us-east-1/s3/aws5_request',
      'incorrect terminal "aws5_request". This endpoint uses "aws4_request".',
    ],
    [SCOPE, '20261105/a/b/c', 'incorrect terminal "c". This endpoint uses "aws4_request".'],
    [
      SCOPE,
      '2026-11-05/us-east-1/s3/aws4_request',
      'incorrect date format "2026-11-05". This date in the credential must be in the format "yyyyMMdd".',
    ],
    [
      SCOPE,
      '20261104/us-east-1/s3/aws4_request',
      'Invalid credential date "20261104". This date is not the same as X-Amz-Date: "20261105".',
    ],
    [SCOPE, '20261105/us-east-1/s3', MALFORMED_CREDENTIAL],
    [`${AKID}/`, `${AKID}/x/`, MALFORMED_CREDENTIAL],
    [`${AKID}/`, '', MALFORMED_CREDENTIAL],
    [AKID, '', 'a non-empty Access Key (AKID) must be provided in the credential.'],
    ['Credential=', '', `the authorization component "${AKID}/${SCOPE}" is malformed.`],
    [', Signature=abc', '', THREE],
    ['abc', 'abc, Signature=abc', THREE],
    ['Credential=', 'Other=', 'missing Credential.'],
    ['SignedHeaders=', 'signedheaders=', 'missing SignedHeaders.'],
    ['Signature=abc', 'Other=abc', 'missing Signature.'],
  ])('after %j became %j', (from, to, tail) => {
    expect(refused(withAuthorization(AUTHORIZATION.replace(from, to)))).toMatchObject({
      code: 'AuthorizationHeaderMalformed',
      status: 400,
      message: `The authorization header is malformed; ${tail}`,
    })
  })

  test('names the region that S3 expects', () => {
    const elsewhere = withAuthorization(AUTHORIZATION.replace('us-east-1', 'eu-west-1'))
    expect(refused(elsewhere).members).toEqual({ Region: 'us-east-1' })
  })
})

describe('another way of authentication', () => {
  const UNSUPPORTED = {
    code: 'InvalidRequest',
    status: 400,
    message:
      'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
  }

  test.each(['AWS AKID:signature', AUTHORIZATION.replace('AWS4-HMAC', 'AWS4-ECDSA-P256')])(
    'is not supported: %s',
    (authorization) => {
      expect(refused(withAuthorization(authorization))).toMatchObject(UNSUPPORTED)
    },
  )

  test('is not supported: a URL signed with version 2', () => {
    const presigned = withHeaders(
      { ...REQUEST, query: 'AWSAccessKeyId=a&Signature=b&Expires=1' },
      { authorization: undefined },
    )
    expect(refused(presigned)).toMatchObject(UNSUPPORTED)
  })

  test('is refused without repeating what may be a secret', () => {
    const refusedBasic = refusal(() => read(withAuthorization('Basic dXNlcjpwYXNzd29yZA==')))
    expect(onWire(refusedBasic)).toEqual({
      code: 'InvalidArgument',
      status: 400,
      message: 'Unsupported Authorization Type',
      members: { ArgumentName: 'Authorization', ArgumentValue: 'Basic' },
    })
    expect(JSON.stringify({ ...refusedBasic })).not.toContain('dXNlcj')
  })

  test('needs a space', () => {
    expect(refused(withAuthorization('AWS4-HMAC-SHA256'))).toMatchObject({
      code: 'InvalidArgument',
      message: "Authorization header is invalid -- one and only one ' ' (space) required.",
    })
  })

  test.each([
    ['a signed URL', { ...REQUEST, query: 'X-Amz-Algorithm=AWS4-HMAC-SHA256' }],
    ['a URL signed with version 2', { ...REQUEST, query: 'Signature=a' }],
    ['a second Authorization header', alsoWith(REQUEST, 'Authorization', AUTHORIZATION)],
  ])('cannot be added: %s', (_, request) => {
    expect(refused(request)).toEqual({
      code: 'InvalidArgument',
      status: 400,
      message:
        'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified',
      members: { ArgumentName: 'Authorization' },
    })
  })

  test('is none at all: access denied', () => {
    expect(refused(withHeaders(REQUEST, { authorization: undefined }))).toMatchObject({
      code: 'AccessDenied',
      status: 403,
      message: 'Access Denied',
    })
  })
})

describe('what we do not verify yet is refused by name', () => {
  const notImplemented = (name: string) => ({
    code: 'NotImplemented',
    status: 501,
    message: 'A header you provided implies functionality that is not implemented',
    members: { Header: name },
  })

  test.each([
    'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
    'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER',
    'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
    'STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD',
    'STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER',
  ])('%s, also where its signature is right', (hash) => {
    const headers = { ...S3_REQUEST.headers, 'x-amz-content-sha256': hash }
    expect(refused(received({ ...S3_REQUEST, headers }))).toEqual(
      notImplemented('x-amz-content-sha256'),
    )
  })

  test.each(['X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=a', 'X-Amz-Credential=a'])(
    'a presigned URL: %s',
    (query) => {
      const presigned = withHeaders({ ...REQUEST, query }, { authorization: undefined })
      expect(refused(presigned)).toEqual(notImplemented('X-Amz-Algorithm'))
    },
  )
})

describe('a header that says who, when, where or what', () => {
  test.each(['host', 'x-amz-date', 'x-amz-content-sha256', 'x-amz-security-token', 'content-type'])(
    'stands there once: %s',
    (name) => {
      expect(refused(alsoWith(REQUEST, name, 'again'))).toEqual({
        code: 'InvalidArgument',
        status: 400,
        message: 'Invalid Argument',
        members: { ArgumentName: name },
      })
    },
  )
})

describe('the date', () => {
  test.each([undefined, '', 'yesterday', '2026-11-05T12:00:00Z'])('is required: %j', (date) => {
    expect(refused(withHeaders(REQUEST, { 'x-amz-date': date }))).toEqual({
      code: 'AccessDenied',
      status: 403,
      message: 'AWS authentication requires a valid Date or x-amz-date header',
      members: {},
    })
  })

  test('is at most fifteen minutes off', () => {
    const late = refusal(() => readClaim(REQUEST, { ...S3_OPTIONS, clocks: [NOW + 901_000] }))
    expect(onWire(late)).toEqual({
      code: 'RequestTimeTooSkewed',
      status: 403,
      message: 'The difference between the request time and the current time is too large.',
      members: {
        RequestTime: '20261105T120000Z',
        ServerTime: '2026-11-05T12:15:01Z',
        MaxAllowedSkewMilliseconds: 900_000,
      },
    })
  })
})

describe('x-amz-content-sha256', () => {
  test('is required', () => {
    expect(refused(withHeaders(REQUEST, { 'x-amz-content-sha256': undefined }))).toMatchObject({
      code: 'InvalidRequest',
      status: 400,
      message: 'Missing required header for this request: x-amz-content-sha256',
    })
  })

  test('is a hash or one of the literals', () => {
    expect(refused(withHeaders(REQUEST, { 'x-amz-content-sha256': 'abc' }))).toEqual({
      code: 'InvalidArgument',
      status: 400,
      message:
        'x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER, STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD, STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER or a valid sha256 value.',
      members: { ArgumentName: 'x-amz-content-sha256', ArgumentValue: 'abc' },
    })
  })

  test('is the hash of the body that arrives', () => {
    const other = refusal(() => checkPayload(read(REQUEST), Buffer.from('hullo')))
    expect(onWire(other)).toEqual({
      code: 'XAmzContentSHA256Mismatch',
      status: 400,
      message: "The provided 'x-amz-content-sha256' header does not match what was computed.",
      members: {
        ClientComputedContentSHA256:
          '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
        S3ComputedContentSHA256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    })
  })

  test('may leave the body out of the signature: then, and only then, the body may change', () => {
    const headers = { ...S3_REQUEST.headers, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }
    const claim = read(received({ ...S3_REQUEST, headers }))
    expect(claim.payload).toEqual({ mode: 'unsigned', hash: 'UNSIGNED-PAYLOAD' })
    checkClaim(claim, signingKey(SECRET, claim.scope))
    expect(() => checkPayload(claim, Buffer.from('hullo'))).not.toThrow()
  })

  test('cannot be turned into UNSIGNED-PAYLOAD on the way', () => {
    const claim = read(withHeaders(REQUEST, { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }))
    expect(refusal(() => checkClaim(claim, signingKey(SECRET, claim.scope))).code).toBe(
      'SignatureDoesNotMatch',
    )
  })
})

describe('the signed headers', () => {
  const check = (request: typeof REQUEST) => {
    const claim = read(request)
    checkClaim(claim, signingKey(SECRET, claim.scope))
  }

  test('cover every x-amz- header', () => {
    const more = alsoWith(REQUEST, 'X-Amz-Acl', 'public-read', 'x-amz-tagging', 'a=b')
    expect(onWire(refusal(() => check(more)))).toEqual({
      code: 'AccessDenied',
      status: 403,
      message: 'There were headers present in the request which were not signed',
      members: { HeadersNotSigned: 'x-amz-acl, x-amz-tagging' },
    })
  })

  test('cover the host', () => {
    const authorization = AUTHORIZATION.replace('SignedHeaders=host', 'SignedHeaders=x-amz-date')
    const { members } = refusal(() => check(withAuthorization(authorization)))
    expect(members['HeadersNotSigned']).toMatch(/^host, /)
  })

  test('need not cover others, which may then change', () => {
    expect(() => check(alsoWith(REQUEST, 'user-agent', 'x', 'x-amzn-trace-id', 'y'))).not.toThrow()
  })

  test('that are missing make another signature', () => {
    const missing = withHeaders(REQUEST, { 'content-type': undefined })
    expect(refusal(() => check(missing)).code).toBe('SignatureDoesNotMatch')
  })
})

describe('SignatureDoesNotMatch', () => {
  test('shows what S3 signed, in text and bytes, and never what would have been right', () => {
    const metadata = { ...S3_REQUEST.headers, 'x-amz-meta-n': Buffer.from('ñ').toString('latin1') }
    const claim = read(received({ ...S3_REQUEST, headers: metadata }))
    const key = signingKey('another secret', claim.scope)
    const { code, status, message, members } = refusal(() => checkClaim(claim, key))
    expect({ code, status, message }).toEqual({
      code: 'SignatureDoesNotMatch',
      status: 403,
      message:
        'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    })
    expect(Object.keys(members)).toEqual([
      'AWSAccessKeyId',
      'StringToSign',
      'SignatureProvided',
      'StringToSignBytes',
      'CanonicalRequest',
      'CanonicalRequestBytes',
    ])
    expect(members).toMatchObject({
      AWSAccessKeyId: AKID,
      StringToSign: claim.stringToSign,
      SignatureProvided: claim.signature,
      CanonicalRequest: expect.stringContaining('x-amz-meta-n:ñ\n'),
    })
    expect(members['StringToSignBytes']).toMatch(
      /^41 57 53 34 2d 48 4d 41 43 2d ([0-9a-f]{2} )*[0-9a-f]{2}$/,
    )
    expect(bytesOf(members['CanonicalRequestBytes'])).toBe(members['CanonicalRequest'])
  })

  const bytesOf = (hex: unknown) =>
    Buffer.from(`${hex}`.replaceAll(' ', ''), 'hex').toString('utf8')
})
