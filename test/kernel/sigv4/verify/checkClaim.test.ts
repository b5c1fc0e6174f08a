import { expect, test } from 'vitest'
import { sha256Hex } from '#kernel/sigv4/sha256Hex.ts'
import { signature } from '#kernel/sigv4/signature.ts'
import { signingKey } from '#kernel/sigv4/signingKey.ts'
import { checkClaim } from '#kernel/sigv4/verify/checkClaim.ts'
import { checkPayloadHash } from '#kernel/sigv4/verify/checkPayload.ts'
import { readClaim } from '#kernel/sigv4/verify/readClaim.ts'
import { received, S3_OPTIONS, S3_REQUEST, SECRET } from './signedRequest.ts'

const claim = readClaim(received(S3_REQUEST), S3_OPTIONS)

test('a claim is bound to its string to sign', () => {
  expect(claim.bound).toBe(sha256Hex(claim.stringToSign))
  const later = received({ ...S3_REQUEST, now: S3_REQUEST.now + 1_000 })
  expect(readClaim(later, S3_OPTIONS).bound).not.toBe(claim.bound)
})

test('a key that is none is a mistake of ours, never a pass', () => {
  const empty = Buffer.alloc(0)
  const forged = { ...claim, signature: signature(empty, claim.stringToSign) }
  expect(() => checkClaim(forged, empty)).toThrow('INVARIANT')
})

test('an unsigned header is named before the signature is looked at', () => {
  const unsigned = { ...claim, headersNotSigned: ['x-amz-acl'], signature: 'wrong' }
  expect(() => checkClaim(unsigned, signingKey(SECRET, claim.scope))).toThrow('were not signed')
})

test('a body may be hashed while it flows', () => {
  expect(() => checkPayloadHash(claim, () => sha256Hex('hello'))).not.toThrow()
  expect(() => checkPayloadHash(claim, () => sha256Hex('hullo'))).toThrow('does not match')
})

test('a hash may be in upper case', () => {
  const hash = sha256Hex('hello').toUpperCase()
  const upper = { ...claim, payload: { mode: 'signed', hash } } as const
  expect(() => checkPayloadHash(upper, () => sha256Hex('hello'))).not.toThrow()
})

test('a streaming body never gets this far', () => {
  const streaming = { ...claim, payload: { mode: 'streaming-signed', hash: '' } } as const
  expect(() => checkPayloadHash(streaming, () => '')).toThrow('INVARIANT')
})
