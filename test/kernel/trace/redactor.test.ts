import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRedactor } from '#kernel/trace/redactor.ts'

const secret = 'kWcrlUX5JEDGM/LtmEENI+aVmYvHNif5zB+d9+ct'

describe('a recording keeps no secret', () => {
  test.each([
    [
      'form',
      `Action=X&Password=${encodeURIComponent(secret)}`,
      'application/x-www-form-urlencoded',
    ],
    ['JSON', `{"accessToken":"${secret}","expiresIn":1}`, 'application/json'],
    ['XML', `<C><SecretAccessKey>${secret}</SecretAccessKey></C>`, 'text/xml'],
    [
      'page',
      `<input type="hidden" name="SAMLResponse" value="${secret}">`,
      'text/html; charset=utf-8',
    ],
    ["S3's echo of a token", `<Error><Token-0>${secret}</Token-0></Error>`, 'application/xml'],
    [
      "S3's echo of the canonical request",
      `<Error><CanonicalRequest>GET\n/\n\nx-amz-security-token:${secret}\n\nhost</CanonicalRequest></Error>`,
      'application/xml',
    ],
  ])('in a %s', (_form, text, type) => {
    const redacted = createRedactor().body(text, type)
    expect(redacted).not.toContain(secret)
    expect(redacted).not.toContain(encodeURIComponent(secret))
    expect(redacted).toMatch(/<[a-z-]+:1>/)
  })

  test.each([
    ['x-amz-security-token', secret],
    ['x-amz-sso_bearer_token', secret],
    ['Authorization', `Bearer ${secret}`],
    ['Cookie', `hopscope_idp=${secret}; other=${secret}`],
    ['Set-Cookie', `hopscope_idp=${secret}; Path=/; HttpOnly; SameSite=Lax`],
    ['Location', `http://127.0.0.1/cb?code=${encodeURIComponent(secret)}&state=s`],
  ])('in the header %s', (name, value) => {
    const [[, redacted]] = createRedactor().headers([[name, value]]) as [[string, string]]
    expect(redacted).not.toContain(secret)
    expect(redacted).not.toContain(encodeURIComponent(secret))
  })

  test('but the signature and what was signed stay: they are the lesson', () => {
    const value = 'AWS4-HMAC-SHA256 Credential=AKIA/1/2/3/4, SignedHeaders=host, Signature=abc'
    expect(createRedactor().headers([['Authorization', value]])).toEqual([['Authorization', value]])
  })

  test("and an error's code is no authorization code", () => {
    const text = '<Error><Code>NoSuchBucket</Code></Error>'
    expect(createRedactor().body(text, 'application/xml')).toBe(text)
  })

  test('what a cookie is called and how it is set stays', () => {
    const [[, value]] = createRedactor().headers([
      ['set-cookie', `portal=${secret}; Path=/; HttpOnly; SameSite=Lax`],
    ]) as [[string, string]]
    expect(value).toBe('portal=<cookie:1>; Path=/; HttpOnly; SameSite=Lax')
  })
})

describe('a label is stable', () => {
  test('the same token is the same label in an answer, a header and a finding', () => {
    const redactor = createRedactor()
    const body = redactor.body(`{"sessionToken":"${secret}"}`, 'application/json')
    expect(body).toBe('{"sessionToken":"<session-token:1>"}')
    expect(redactor.headers([['x-amz-security-token', secret]])).toEqual([
      ['x-amz-security-token', '<session-token:1>'],
    ])
    expect(redactor.data({ ask: { sessionToken: secret } })).toEqual({
      ask: { sessionToken: '<session-token:1>' },
    })
    expect(redactor.headers([['x-amz-security-token', 'another']])).toEqual([
      ['x-amz-security-token', '<session-token:2>'],
    ])
  })

  test('and data without secrets comes out as it went in', () => {
    const plain = fc.object({
      key: fc.stringMatching(/^k[a-z]{0,8}$/),
      values: [fc.integer(), fc.boolean(), fc.stringMatching(/^[ a-z]{0,20}$/), fc.constant(null)],
    })
    fc.assert(
      fc.property(plain, (value) => {
        expect(createRedactor().data(value)).toEqual(value)
      }),
    )
  })

  test('data that holds a secret is copied, never changed', () => {
    const given = { list: [{ name: 'a' }, { Password: secret }], other: { name: 'b' } }
    const before = structuredClone(given)
    const shown = createRedactor().data(given)
    expect(shown).toEqual({
      list: [{ name: 'a' }, { Password: '<password:1>' }],
      other: given.other,
    })
    expect(given).toEqual(before)
    expect(createRedactor().data(given.other)).toBe(given.other)
  })

  test('in a member of any name', () => {
    const given = JSON.parse(
      `{"__proto__":{"sessionToken":"${secret}"},"constructor":{"csrf":"${secret}"}}`,
    )
    const shown = JSON.stringify(createRedactor().data(given))
    expect(shown).not.toContain(secret)
    expect(shown).toContain('"__proto__":{"sessionToken":"<session-token:1>"}')
  })
})
