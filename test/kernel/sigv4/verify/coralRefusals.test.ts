/** What STS, IAM and the JSON services answer to a request whose signature cannot be right. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { SignatureStyle } from '#kernel/sigv4/signatureStyle.ts'
import { signingKey } from '#kernel/sigv4/signingKey.ts'
import { checkClaim } from '#kernel/sigv4/verify/checkClaim.ts'
import { checkPayload } from '#kernel/sigv4/verify/checkPayload.ts'
import { readClaim } from '#kernel/sigv4/verify/readClaim.ts'
import { refusal } from '../refusal.ts'
import {
  alsoWith,
  received,
  SECRET,
  STS_OPTIONS,
  STS_REQUEST,
  withHeaders,
} from './signedRequest.ts'

const REQUEST = received(STS_REQUEST)
const CREDENTIAL = 'Credential=AKID/20261105/eu-west-1/sts/aws4_request'
const AUTHORIZATION = `AWS4-HMAC-SHA256 ${CREDENTIAL}, SignedHeaders=host, Signature=abc`
const withAuthorization = (authorization: string) => withHeaders(REQUEST, { authorization })
const withCredential = (from: string, to: string) =>
  withAuthorization(AUTHORIZATION.replace(from, to))
const hashed = (text: string) => createHash('sha256').update(text).digest('base64')

function refused(request: typeof REQUEST, style: SignatureStyle) {
  return refusal(() => {
    const claim = readClaim(request, { ...STS_OPTIONS, style })
    checkClaim(claim, signingKey('another secret', claim.scope))
  })
}

interface Row {
  readonly about: string
  readonly request: typeof REQUEST
  readonly query: string
  readonly json: string
  readonly message: string
}

const INCOMPLETE = { query: '400 IncompleteSignature', json: 'IncompleteSignatureException' }
const SIGNATURE = { query: '403 SignatureDoesNotMatch', json: 'InvalidSignatureException' }
const NOT_IMPLEMENTED = { query: '501 NotImplemented', json: '501 NotImplementedException' }
const NO_DATE =
  "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."
const HASHED = '(Hashed with SHA-256 and encoded with Base64) Authorization='

const ROWS: readonly Row[] = [
  {
    about: 'an empty Authorization header',
    request: withHeaders(withAuthorization('AWS4-HMAC-SHA256'), { 'x-amz-date': undefined }),
    ...INCOMPLETE,
    message: `Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. ${NO_DATE} ${HASHED}${hashed('AWS4-HMAC-SHA256')}`,
  },
  {
    about: 'one missing component',
    request: withAuthorization('AWS4-HMAC-SHA256 Credential=a, SignedHeaders=host'),
    ...INCOMPLETE,
    message: `Authorization header requires 'Signature' parameter. ${HASHED}${hashed('AWS4-HMAC-SHA256 Credential=a, SignedHeaders=host')}`,
  },
  {
    about: 'no date',
    request: withHeaders(withAuthorization(AUTHORIZATION), { 'x-amz-date': undefined }),
    ...INCOMPLETE,
    message: `${NO_DATE} ${HASHED}${hashed(AUTHORIZATION)}`,
  },
  {
    about: 'a component without equal-sign',
    request: withAuthorization(`AWS4-HMAC-SHA256 ${CREDENTIAL}, secret`),
    ...INCOMPLETE,
    message: `Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '${hashed('secret')}'.`,
  },
  {
    about: 'one component too many',
    request: withAuthorization(`${AUTHORIZATION}, Signature=def`),
    ...INCOMPLETE,
    message: 'The request signature does not conform to AWS standards.',
  },
  {
    about: 'another algorithm',
    request: withAuthorization('Bearer secret'),
    ...INCOMPLETE,
    message: "Unsupported AWS 'algorithm': 'Bearer'.",
  },
  {
    about: 'a key id with a slash',
    request: withCredential('AKID', 'AK/ID'),
    ...INCOMPLETE,
    message:
      "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'AK/ID/20261105/eu-west-1/sts/aws4_request'",
  },
  {
    about: 'a date in another format',
    request: withHeaders(REQUEST, { 'x-amz-date': '2026-11-05T12:00:00Z' }),
    ...INCOMPLETE,
    message:
      "Date must be in ISO-8601 'basic format'. Got '2026-11-05T12:00:00Z'. See http://en.wikipedia.org/wiki/ISO_8601",
  },
  {
    about: 'two ways of authentication',
    request: { ...REQUEST, query: 'X-Amz-Signature=abc' },
    ...INCOMPLETE,
    message: 'The request signature does not conform to AWS standards.',
  },
  {
    about: 'two hosts',
    request: alsoWith(REQUEST, 'Host', 'elsewhere'),
    ...INCOMPLETE,
    message: 'The request signature does not conform to AWS standards.',
  },
  {
    about: 'a presigned URL',
    request: withHeaders({ ...REQUEST, query: 'X-Amz-Signature=a' }, { authorization: undefined }),
    ...NOT_IMPLEMENTED,
    message: 'X-Amz-Algorithm is not implemented.',
  },
  {
    about: 'a URL signed with version 2',
    request: withHeaders({ ...REQUEST, query: 'Signature=a' }, { authorization: undefined }),
    ...NOT_IMPLEMENTED,
    message: 'Signature Version 2 is not implemented.',
  },
  {
    about: 'a region that is none',
    request: withCredential('eu-west-1', 'europe'),
    ...SIGNATURE,
    message: "Credential should be scoped to a valid region, not 'europe'. ",
  },
  {
    about: 'another service',
    request: withCredential('/sts/', '/s3/'),
    ...SIGNATURE,
    message: "Credential should be scoped to correct service: 'sts'. ",
  },
  {
    about: 'another terminator',
    request: withCredential('aws4_request', 'aws5_request'),
    ...SIGNATURE,
    message:
      "Credential should be scoped with a valid terminator: 'aws4_request', not 'aws5_request'. ",
  },
  {
    about: 'another region and service',
    request: withCredential('eu-west-1/sts', '/s3'),
    ...SIGNATURE,
    message:
      "Credential should be scoped to a valid region, not ''. Credential should be scoped to correct service: 'sts'. ",
  },
  {
    about: 'a scope of the day before',
    request: withCredential('20261105', '20261104'),
    ...SIGNATURE,
    message:
      "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20261104' != '20261105', from '20261105T120000Z'.",
  },
  {
    about: 'a scope without a date',
    request: withCredential('20261105', ''),
    ...SIGNATURE,
    message:
      "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '' != '20261105', from '20261105T120000Z'.",
  },
  {
    about: 'an unsigned host',
    request: withAuthorization(
      AUTHORIZATION.replace('SignedHeaders=host', 'SignedHeaders=x-amz-date'),
    ),
    ...SIGNATURE,
    message: "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
  },
  {
    about: 'an unsigned token',
    request: alsoWith(REQUEST, 'X-Amz-Security-Token', 'token'),
    ...SIGNATURE,
    message: "'x-amz-security-token' must be a 'SignedHeader' in the AWS Authorization.",
  },
  {
    about: 'a wrong signature',
    request: REQUEST,
    ...SIGNATURE,
    message:
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
  },
]

const statusAndCode = ({ status, code }: { status: number; code: string }) => `${status} ${code}`

describe('a query service', () => {
  test.each(ROWS)('refuses $about', ({ request, query, message }) => {
    const error = refused(request, 'query')
    expect(statusAndCode(error)).toBe(query)
    expect(error.message).toBe(message)
  })

  test('refuses no credentials', () => {
    const error = refused(withHeaders(REQUEST, { authorization: undefined }), 'query')
    expect(statusAndCode(error)).toBe('403 MissingAuthenticationToken')
    expect(error.message).toBe('Request is missing Authentication Token')
  })

  test('never asks for x-amz-content-sha256, and hashes the body itself', () => {
    const unsigned = { ...STS_REQUEST.headers, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }
    const request = received({ ...STS_REQUEST, headers: unsigned })
    const claim = readClaim(request, STS_OPTIONS)
    expect(() => checkClaim(claim, signingKey(SECRET, claim.scope))).not.toThrow()
    expect(claim.payload.mode).toBe('signed')
    const other = readClaim({ ...request, body: Buffer.from('Action=Other') }, STS_OPTIONS)
    expect(() => checkClaim(other, signingKey(SECRET, other.scope))).toThrow('does not match')
  })

  test('has compared the body with the signature', () => {
    const claim = readClaim(REQUEST, STS_OPTIONS)
    expect(() => checkPayload(claim, REQUEST.body)).not.toThrow()
  })
})

describe.each([
  ['json', 400],
  ['rest-json', 403],
] as const)('a %s service', (style, usual) => {
  test.each(ROWS)('refuses $about', ({ request, json, message }) => {
    const error = refused(request, style)
    expect(statusAndCode(error)).toBe(json.startsWith('501') ? json : `${usual} ${json}`)
    expect(error.message).toBe(message.trimEnd())
  })

  test('refuses no credentials', () => {
    const error = refused(withHeaders(REQUEST, { authorization: undefined }), style)
    expect(statusAndCode(error)).toBe(`${usual} MissingAuthenticationTokenException`)
    expect(error.message).toBe('Missing Authentication Token')
  })
})

describe('regions', () => {
  test.each(['us-east-1', 'us-gov-west-1', 'us-isob-east-1', 'eusc-de-east-1', 'ap-southeast-7'])(
    'STS takes any well-formed one: %s',
    (region) => {
      const request = received({ ...STS_REQUEST, scope: { region, service: 'sts' } })
      expect(readClaim(request, STS_OPTIONS).scope.region).toBe(region)
    },
  )

  test.each(['', 'us', 'us-east', 'US-EAST-1', 'us_east_1', '-us-east-1', 'us-east-1-', 'us--1'])(
    'STS takes no other: %j',
    (region) => {
      expect(() => readClaim(withCredential('eu-west-1', region), STS_OPTIONS)).toThrow(
        `Credential should be scoped to a valid region, not '${region}'.`,
      )
    },
  )

  test('a service takes those that it serves', () => {
    const options = { ...STS_OPTIONS, acceptedRegions: ['us-east-1', 'eu-west-1'] }
    expect(readClaim(REQUEST, options).scope.region).toBe('eu-west-1')
    expect(() => readClaim(REQUEST, { ...STS_OPTIONS, acceptedRegions: ['us-east-1'] })).toThrow(
      "not 'eu-west-1'",
    )
  })
})
