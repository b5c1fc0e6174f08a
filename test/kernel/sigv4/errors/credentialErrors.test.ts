/** What each family of services says of a key or token that is not known, not right, or no longer good. */
import { describe, expect, test } from 'vitest'
import { errorsByStyle } from '#kernel/sigv4/errors/errorsByStyle.ts'
import { onWire } from '../refusal.ts'

const INVALID = 'The security token included in the request is invalid.'
const EXPIRED = 'The security token included in the request is expired'

describe('S3', () => {
  const errors = errorsByStyle.s3

  test('does not know the key', () => {
    expect(onWire(errors.unknownAccessKey('AKID'))).toEqual({
      code: 'InvalidAccessKeyId',
      status: 403,
      message: 'The AWS Access Key Id you provided does not exist in our records.',
      members: { AWSAccessKeyId: 'AKID' },
    })
  })

  test('does not understand the token', () => {
    expect(onWire(errors.invalidToken('abc'))).toEqual({
      code: 'InvalidToken',
      status: 400,
      message: 'The provided token is malformed or otherwise invalid.',
      members: { 'Token-0': 'abc' },
    })
  })

  test('finds the token expired: 400, unlike the others', () => {
    expect(onWire(errors.expiredToken('abc'))).toEqual({
      code: 'ExpiredToken',
      status: 400,
      message: 'The provided token has expired.',
      members: { 'Token-0': 'abc' },
    })
  })
})

describe.each([
  ['query', 403, 'InvalidClientTokenId', 'ExpiredToken'],
  ['json', 400, 'UnrecognizedClientException', 'ExpiredTokenException'],
  ['rest-json', 403, 'UnrecognizedClientException', 'ExpiredTokenException'],
] as const)('a %s service', (style, status, invalid, expired) => {
  const errors = errorsByStyle[style]

  test('does not tell an unknown key from a wrong token', () => {
    const refusals = [errors.unknownAccessKey('AKID'), errors.invalidToken('abc')]
    for (const refusal of refusals)
      expect(onWire(refusal)).toEqual({ code: invalid, status, message: INVALID, members: {} })
  })

  test('finds the token expired', () => {
    const refusal = errors.expiredToken('abc')
    expect(onWire(refusal)).toEqual({ code: expired, status, message: EXPIRED, members: {} })
  })
})
