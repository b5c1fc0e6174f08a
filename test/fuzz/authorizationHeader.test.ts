import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AwsError } from '#kernel/errors/awsError.ts'
import { header, type WireRequest } from '#kernel/http/wireRequest.ts'
import type { SignatureStyle } from '#kernel/sigv4/signatureStyle.ts'
import { signingKey } from '#kernel/sigv4/signingKey.ts'
import { checkClaim } from '#kernel/sigv4/verify/checkClaim.ts'
import { readClaim } from '#kernel/sigv4/verify/readClaim.ts'
import {
  NOW,
  received,
  S3_REQUEST,
  SECRET,
  STS_REQUEST,
} from '../kernel/sigv4/verify/signedRequest.ts'
import { campaign } from './campaign.ts'
import { mutated } from './mutated.ts'

const right = { s3: received(S3_REQUEST), query: received(STS_REQUEST) }
const valid = Object.values(right).map((request) => header(request, 'authorization')!)

const words = [
  ...['AWS4-HMAC-SHA256', 'AWS4-ECDSA-P256-SHA256', 'AWS ', 'Basic ', 'Bearer ', 'Credential='],
  ...['SignedHeaders=', 'Signature=', ', ', ',', ' ', '\t', '=', ';', '/', 'host', 'x-amz-date'],
  ...['aws4_request', '20261105', '99999999', 'us-east-1', 's3', 'sts', '__proto__', 'constructor'],
  ...['AKIAIOSFODNN7EXAMPLE', '0'.repeat(64), '\0', '\xff', '%00', '${', '"', '<', '&', '\u2028'],
]

const style = fc.constantFrom<SignatureStyle>('s3', 'query', 'json', 'rest-json')

test('an Authorization header is believed as it was signed, or refused', {
  timeout: 300_000,
}, () => {
  campaign({
    name: 'SigV4 Authorization header',
    cases: fc.record({
      authorization: mutated(valid, words),
      of: fc.constantFrom('s3', 'query'),
      style,
    }),
    holds: ({ authorization, of, style }) => {
      const request = right[of as 's3' | 'query']
      const { service, region } = of === 's3' ? S3_REQUEST.scope : STS_REQUEST.scope
      const outcome = believed(withAuthorization(request, authorization), style, service)
      if (outcome === undefined) return 'refused'
      // What is believed is signed by the key, and says what the signed one said.
      const original = believed(request, of === 's3' ? 's3' : 'query', service)!
      expect(outcome.scope).toEqual({ date: '20261105', region, service })
      expect(outcome.signature).toBe(original.signature)
      expect(outcome.signedHeaders).toEqual(original.signedHeaders)
      return 'taken'
    },
  })
})

function withAuthorization(request: WireRequest, authorization: string): WireRequest {
  const rawHeaders = request.rawHeaders.map((text, i, all) =>
    all[i - 1]?.toLowerCase() === 'authorization' ? authorization : text,
  )
  return { ...request, rawHeaders }
}

function believed(request: WireRequest, style: SignatureStyle, service: string) {
  try {
    const claim = readClaim(request, { style, service, clocks: [NOW] })
    checkClaim(claim, signingKey(SECRET, claim.scope))
    return claim
  } catch (error) {
    if (!(error instanceof AwsError)) throw error
    expect(error.status === 501 || error.status < 500).toBe(true)
    return undefined
  }
}
