import { describe, expect, test } from 'vitest'
import { errorsByStyle } from '#kernel/sigv4/errors/errorsByStyle.ts'

const styles = Object.entries(errorsByStyle)

describe.each(styles)('a refusal in the words of %s', (_, errors) => {
  test('keeps what was compared beside its reason', () => {
    const skew = errors.clockSkew({ requestedAt: 0, now: 60_000, window: 30_000 })
    expect(skew.detail).toEqual({
      reason: 'ClockSkew',
      requestedAt: '1970-01-01T00:00:00.000Z',
      now: '1970-01-01T00:01:00.000Z',
      windowSeconds: 30,
    })
    expect(errors.headersNotSigned(['host']).detail).toEqual({
      reason: 'HeadersNotSigned',
      names: ['host'],
    })
    const [problem] = [{ part: 'region', given: 'x', expected: undefined }] as const
    expect(errors.wrongScope([problem]).detail).toMatchObject({ problems: [problem] })
  })

  test('keeps no token and nothing that may be a password', () => {
    const secret = 'hunter2'
    const details = [
      errors.invalidToken(secret),
      errors.expiredToken(secret),
      errors.malformedAuthorization(
        { kind: 'component', component: secret },
        { header: `AWS4-HMAC-SHA256 ${secret}`, dateMissing: false },
      ),
    ].map(({ detail }) => detail)
    expect(JSON.stringify(details)).not.toContain(secret)
  })
})
