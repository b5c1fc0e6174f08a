import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { base32Bytes, checkCode, stepAt, totp } from '#idp/totp.ts'

describe('the codes of RFC 6238, appendix B', () => {
  const key = Buffer.from('12345678901234567890')
  // The RFC prints eight digits; six are the last six of them.
  test.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('at %i seconds', (seconds, digits) => {
    expect(totp(key, stepAt(seconds * 1000))).toBe(digits.slice(-6))
  })
})

describe('base32', () => {
  // RFC 4648, section 10.
  test.each([
    ['', ''],
    ['MY======', 'f'],
    ['MZXQ====', 'fo'],
    ['MZXW6===', 'foo'],
    ['MZXW6YQ=', 'foob'],
    ['MZXW6YTB', 'fooba'],
    ['MZXW6YTBOI======', 'foobar'],
    ['mzxw 6ytb-oi', 'foobar'],
  ])('%s is %s', (text, bytes) => {
    expect(base32Bytes(text).toString()).toBe(bytes)
  })

  test.each(['1', 'MZXW8', 'ñ'])('%s is refused', (text) => {
    expect(() => base32Bytes(text)).toThrow(RangeError)
  })
})

describe('a code', () => {
  const secret = 'JBSWY3DPEHPK3PXP'
  const now = Date.parse('2026-11-24T10:00:00Z')
  const step = stepAt(now)
  const codeOf = (offset: number) => totp(base32Bytes(secret), step + offset)
  const check = (code: string, lastStep = 0) => checkCode({ code, secret, now, lastStep })

  test.each([-1, 0, 1])('of %i steps from now is accepted', (offset) => {
    expect(check(codeOf(offset))).toEqual({ result: 'accepted', step: step + offset })
  })

  test.each([
    [-2, 'stale'],
    [-20, 'stale'],
    [-40, 'wrong'],
    [2, 'wrong'],
  ])('of %i steps from now is %s', (offset, result) => {
    expect(check(codeOf(offset))).toEqual({ result })
  })

  test('works once, and takes all earlier ones with it', () => {
    expect(check(codeOf(0), step)).toEqual({ result: 'used' })
    expect(check(codeOf(-1), step)).toEqual({ result: 'used' })
    expect(check(codeOf(1), step)).toEqual({ result: 'accepted', step: step + 1 })
  })

  test.each(['', '00000', '0000000', 'abcdef', '١٢٣٤٥٦'])('%j is wrong', (code) => {
    expect(check(code)).toEqual({ result: 'wrong' })
  })

  test('of anybody else is wrong', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 20 }), (key) => {
        const code = totp(Buffer.from(key), step)
        const ours = Array.from({ length: 22 }, (_, i) => codeOf(1 - i))
        if (!ours.includes(code)) expect(check(code)).toEqual({ result: 'wrong' })
      }),
    )
  })
})
