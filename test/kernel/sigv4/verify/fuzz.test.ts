import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AwsError } from '#kernel/errors/awsError.ts'
import type { WireRequest } from '#kernel/http/wireRequest.ts'
import type { SignatureStyle } from '#kernel/sigv4/signatureStyle.ts'
import { checkClaim } from '#kernel/sigv4/verify/checkClaim.ts'
import { checkPayload } from '#kernel/sigv4/verify/checkPayload.ts'
import { readClaim } from '#kernel/sigv4/verify/readClaim.ts'
import { NOW, received, S3_REQUEST, wireRequest } from './signedRequest.ts'

/** Pieces of which every branch of verification can be put together. */
const piece = fc.oneof(
  fc.constantFrom(
    ...['AWS4-HMAC-SHA256', 'AWS', 'Credential=', 'SignedHeaders=', 'Signature=', 'host', ';'],
    ...['AKID/20261105/us-east-1/s3/aws4_request', 'AKID', '20261105T120000Z', '/', '=', ',', ' '],
    ...['UNSIGNED-PAYLOAD', 'STREAMING-UNSIGNED-PAYLOAD-TRAILER', '%', '%2', '%zz', '&', '\t'],
    ...['X-Amz-Algorithm', 'Signature', 'Thu, 05 Nov 2026 12:00:00 GMT', '__proto__', '..'],
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
)
const text = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(''))
const headerName = fc.oneof(
  fc.constantFrom('Authorization', 'Host', 'x-amz-date', 'Date', 'X-Amz-Content-Sha256'),
  fc.constantFrom('x-amz-security-token', 'x-amz-acl', '__proto__', ''),
  text,
)
const plausible = fc.constantFrom(
  'AWS4-HMAC-SHA256 Credential=AKID/20261105/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=a',
  '20261105T120000Z',
  'UNSIGNED-PAYLOAD',
)
const rawHeaders = fc
  .array(fc.tuple(headerName, fc.oneof(text, plausible)), { maxLength: 8 })
  .map((pairs) => pairs.flat())

const arbitrary = fc
  .record({
    method: text,
    path: text,
    query: text,
    body: fc.constant(Buffer.from('x')),
    rawHeaders,
  })
  .map(({ rawHeaders, ...request }) => wireRequest(request, rawHeaders))

/** A right request with a few of its headers replaced. */
const damaged = fc.array(fc.tuple(fc.nat(), text), { maxLength: 3 }).map((damages) => {
  const request = received(S3_REQUEST)
  const rawHeaders = [...request.rawHeaders]
  for (const [at, replacement] of damages) rawHeaders[at % rawHeaders.length] = replacement
  return { ...request, rawHeaders }
})

const style = fc.constantFrom<SignatureStyle>('s3', 'query', 'json', 'rest-json')

test('a request is believed or refused, whatever it is', () => {
  fc.assert(
    fc.property(fc.oneof(arbitrary, damaged), style, (request, style) => {
      expect(outcome(request, style)).toBeOneOf(['claimed', 'refused'])
    }),
    { numRuns: 20_000 },
  )
})

test('nothing that was not signed is believed', () => {
  const key = Buffer.alloc(32, 1)
  fc.assert(
    fc.property(fc.oneof(arbitrary, damaged), style, (request, style) => {
      expect(outcome(request, style, key)).toBe('refused')
    }),
    { numRuns: 5_000 },
  )
})

/** Anything thrown that is no AwsError fails the test by itself. */
function outcome(request: WireRequest, style: SignatureStyle, key?: Buffer) {
  try {
    const claim = readClaim(request, { style, service: 's3', clocks: [NOW] })
    if (key !== undefined) checkClaim(claim, key)
    checkPayload(claim, request.body)
    return 'claimed'
  } catch (error) {
    if (error instanceof AwsError) return 'refused'
    throw error
  }
}
