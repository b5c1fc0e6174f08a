import { describe, expect, test } from 'vitest'
import { declaredPayload, EMPTY_PAYLOAD_HASH } from '#kernel/sigv4/payload.ts'
import { sha256Hex } from '#kernel/sigv4/sha256Hex.ts'

describe('x-amz-content-sha256', () => {
  test.each([
    [EMPTY_PAYLOAD_HASH, 'signed'],
    [EMPTY_PAYLOAD_HASH.toUpperCase(), 'signed'],
    ['UNSIGNED-PAYLOAD', 'unsigned'],
    ['STREAMING-AWS4-HMAC-SHA256-PAYLOAD', 'streaming-signed'],
    ['STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER', 'streaming-signed-trailer'],
    ['STREAMING-UNSIGNED-PAYLOAD-TRAILER', 'streaming-unsigned-trailer'],
    ['STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD', 'streaming-v4a'],
    ['STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER', 'streaming-v4a-trailer'],
  ])('%s is %s', (hash, mode) => {
    expect(declaredPayload(hash)).toEqual({ mode, hash })
  })

  test.each([
    '',
    'unsigned-payload',
    'STREAMING-',
    'abc',
    `${EMPTY_PAYLOAD_HASH}0`,
    'g'.repeat(64),
  ])('is never %j', (value) => {
    expect(declaredPayload(value)).toBeUndefined()
  })

  test('of an empty body is a constant', () => {
    expect(sha256Hex('')).toBe(EMPTY_PAYLOAD_HASH)
    expect(sha256Hex(Buffer.alloc(0))).toBe(EMPTY_PAYLOAD_HASH)
  })
})
