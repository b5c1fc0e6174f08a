import { describe, expect, test } from 'vitest'
import type { SignatureStyle } from '#kernel/sigv4/signatureStyle.ts'
import { readClaim } from '#kernel/sigv4/verify/readClaim.ts'
import { refusal } from '../refusal.ts'
import { NOW, received, S3_REQUEST, STS_OPTIONS, STS_REQUEST } from './signedRequest.ts'

const MINUTE = 60_000
const sts = received(STS_REQUEST)
const s3 = received(S3_REQUEST)

/** The request is `age` milliseconds old: negative, it comes from the future. */
function read(style: SignatureStyle, age: number, window?: number) {
  const service = style === 's3' ? 's3' : 'sts'
  const options = { style, service, clocks: [NOW + age], window }
  return readClaim(style === 's3' ? s3 : sts, options)
}

const WINDOWS: [SignatureStyle, number][] = [
  ['s3', 15],
  ['query', 15],
  ['json', 5],
  ['rest-json', 5],
]

describe.each(WINDOWS)('%s takes a date up to %i minutes off', (style, minutes) => {
  const window = minutes * MINUTE

  test.each([
    ['a second less old', window - 1_000],
    ['just as old', window],
    ['just as old but for a fraction of a second', window + 999],
    ['a second less ahead', -window + 1_000],
    ['just as much ahead', -window],
  ])('accepts a date %s', (_, age) => {
    expect(read(style, age).requestedAt).toBe(NOW)
  })

  test.each([
    ['a second older', window + 1_000],
    ['a day older', 24 * 60 * MINUTE],
    ['a second further ahead', -window - 1_000],
  ])('refuses a date %s', (_, age) => {
    expect(refusal(() => read(style, age)).detail).toMatchObject({ reason: 'ClockSkew' })
  })
})

describe('the text', () => {
  test('says how old a request is', () => {
    const { code, status, message } = refusal(() => read('query', 15 * MINUTE + 1_000))
    expect({ code, status, message }).toEqual({
      code: 'SignatureDoesNotMatch',
      status: 403,
      message:
        'Signature expired: 20261105T120000Z is now earlier than 20261105T120001Z (20261105T121501Z - 15 min.)',
    })
  })

  test('says how far ahead it is', () => {
    const { code, status, message } = refusal(() => read('json', -6 * MINUTE))
    expect({ code, status, message }).toEqual({
      code: 'InvalidSignatureException',
      status: 400,
      message:
        'Signature not yet current: 20261105T120000Z is still later than 20261105T115900Z (20261105T115400Z + 5 min.)',
    })
  })
})

describe('the window', () => {
  test('may be another one', () => {
    expect(read('query', 4 * MINUTE, 5 * MINUTE).requestedAt).toBe(NOW)
    expect(() => read('query', 6 * MINUTE, 5 * MINUTE)).toThrow('- 5 min.')
  })

  test('holds by any of the clocks', () => {
    const ahead = NOW + 60 * MINUTE
    expect(readClaim(sts, { ...STS_OPTIONS, clocks: [ahead, NOW] }).requestedAt).toBe(NOW)
    expect(readClaim(sts, { ...STS_OPTIONS, clocks: [NOW, ahead] }).requestedAt).toBe(NOW)
    expect(() => readClaim(sts, { ...STS_OPTIONS, clocks: [ahead, ahead] })).toThrow(
      '(20261105T130000Z - 15 min.)',
    )
  })

  test('needs a clock', () => {
    expect(() => readClaim(sts, { ...STS_OPTIONS, clocks: [] })).toThrow('INVARIANT')
  })
})
