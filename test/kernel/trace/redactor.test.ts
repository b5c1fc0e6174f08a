import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRedactor } from '#kernel/trace/redactor.ts'

const secret = 'kWcrlUX5JEDGM/LtmEENI+aVmYvHNif5zB+d9+ct'
const encoded = encodeURIComponent(secret)

describe('a recording keeps no secret', () => {
  test.each([
    ['form', `Action=X&Password=${encoded}`],
    ['form that nobody encoded', `password=two words of ${secret}&x=1`],
    ['JSON', `{"accessToken":"${secret}","expiresIn":1}`],
    ['JSON that was cut off', `{"x":1,"accessToken":"${secret}`],
    ['XML', `<C><SecretAccessKey>${secret}</SecretAccessKey></C>`],
    ['XML that was cut off', `<C><SecretAccessKey>${secret}`],
    ['page', `<input type="hidden" name="SAMLResponse" value="${secret}">`],
    ['page that was cut off', `<input type="hidden" name="SAMLResponse" value="${secret}`],
    ['link of a page', `<a href="/cb?state=1&amp;code=${encoded}">go</a>`],
    ["S3's echo of a token", `<Error><Token-0>${secret}</Token-0></Error>`],
    [
      "S3's echo of the canonical request",
      `<Error><CanonicalRequest>GET\n/\n\nx-amz-security-token:${secret}\n\nhost</CanonicalRequest></Error>`,
    ],
    [
      "S3's echo of its bytes",
      `<CanonicalRequestBytes>78 2d ${secret}</CanonicalRequestBytes></Error>`,
    ],
    [
      'canonical query',
      `GET\n/\nX-Amz-Date=1&X-Amz-Security-Token=${encoded}&X-Amz-SignedHeaders=host\n`,
    ],
    ['token signed as `Name: value`', `GET\n/\n\nX-Amz-Security-Token: ${secret}\n\nhost`],
    ["signed customer's key", `PUT\n/b/k\n\nx-amz-server-side-encryption-customer-key:${secret}\n`],
  ])('in a %s', (_form, text) => {
    const redacted = createRedactor().body(text)
    expect(redacted).not.toContain(secret)
    expect(redacted).not.toContain(encoded)
    expect(redacted).toMatch(/<[a-z-]+:1>/)
  })

  test('nor a one-time code that is a number', () => {
    expect(createRedactor().body('{"totp": 123456, "n": 1}')).toBe(
      '{"totp": "<one-time-code:1>", "n": 1}',
    )
  })

  test.each([
    ['x-amz-security-token', secret],
    ['x-amz-sso_bearer_token', secret],
    ['x-amz-server-side-encryption-customer-key', secret],
    ['Authorization', `Bearer ${secret}`],
    ['Authorization', `Basic ${secret}`],
    ['Cookie', `hopscope_idp=${secret}; other=${secret}`],
    ['Cookie', `path=${secret}`],
    ['Set-Cookie', `hopscope_idp=${secret}; Path=/; HttpOnly; SameSite=Lax`],
    ['Location', `http://127.0.0.1/cb?code=${encoded}&state=s`],
    ['Referer', `http://127.0.0.1/cb?code=${encoded}&state=s`],
  ])('in the header %s', (name, value) => {
    const [[, redacted]] = createRedactor().headers([[name, value]]) as [[string, string]]
    expect(redacted).not.toContain(secret)
    expect(redacted).not.toContain(encoded)
  })

  test('nor one that looks like a tag', () => {
    const redacted = createRedactor().data({ password: '<hidden>', list: { password: ['<b>'] } })
    expect(redacted).toEqual({ password: '<password:1>', list: { password: ['<password:2>'] } })
  })

  test('wherever it stands in data', () => {
    const tokens = { sessionToken: secret, also: [{ SecretAccessKey: secret }] }
    const canonicalRequest = `GET\n/\n\nx-amz-security-token:${secret}\n\nhost\n`
    const redacted = createRedactor().data({ tokens, canonicalRequest, bytes: Buffer.from(secret) })
    expect(JSON.stringify(redacted)).not.toContain(secret)
    expect(redacted.bytes).toBe('40 bytes')
  })

  test('whatever the secret is, in a form, in JSON and in a header', () => {
    const secrets = fc.string({ minLength: 8, unit: 'grapheme' }).filter((s) => s.trim() === s)
    fc.assert(
      fc.property(secrets, (value) => {
        const redactor = createRedactor()
        const form = redactor.body(`a=1&password=${encodeURIComponent(value)}&b=2`)
        expect(form).toBe('a=1&password=<password:1>&b=2')
        const json = redactor.body(JSON.stringify({ a: 1, password: value, b: 2 }))
        expect(json).toBe('{"a":1,"password":"<password:1>","b":2}')
      }),
    )
  })
})

describe('what is no secret stays', () => {
  test('the signature and what was signed: they are the lesson', () => {
    const value = 'AWS4-HMAC-SHA256 Credential=AKIA/1/2/3/4, SignedHeaders=host, Signature=abc'
    expect(createRedactor().headers([['Authorization', value]])).toEqual([['Authorization', value]])
  })

  test.each([
    '<Error><Code>NoSuchBucket</Code></Error>',
    '{"code2":"x","Code ":"y"}',
    '<a href="/x?state=1&amp;lang=es">password=not a pair</a>',
    'plain words, with a "code": nothing',
  ])('%s', (text) => {
    expect(createRedactor().body(text)).toBe(text)
  })

  test('what a cookie is called and how it is set', () => {
    const [[, value]] = createRedactor().headers([
      ['set-cookie', `portal=${secret}; Path=/; HttpOnly; SameSite=Lax`],
    ]) as [[string, string]]
    expect(value).toBe('portal=<cookie:1>; Path=/; HttpOnly; SameSite=Lax')
  })

  test('data without secrets comes out as it went in', () => {
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

describe('a label is stable', () => {
  test('the same token is the same label in an answer, a header, a finding and a hop', () => {
    const redactor = createRedactor()
    const label = '<session-token:1>'
    expect(redactor.body(`{"sessionToken":"${secret}"}`)).toBe(`{"sessionToken":"${label}"}`)
    expect(redactor.headers([['x-amz-security-token', secret]])[0]![1]).toBe(label)
    expect(redactor.data({ ask: { sessionToken: secret } })).toEqual({
      ask: { sessionToken: label },
    })
    expect(redactor.data({ sessionToken: 'sha256:a72ff7c6ebdd9cbf' })).not.toEqual({
      sessionToken: label,
    })
    expect(redactor.headers([['x-amz-security-token', 'another']])[0]![1]).not.toBe(label)
  })

  test('a label is not labelled again', () => {
    const redactor = createRedactor()
    const once = redactor.data({ password: secret })
    expect(redactor.data(once)).toEqual(once)
  })
})

test('no text makes it slow', () => {
  const hostile = [
    'name="a"'.repeat(8_000),
    '"a":"'.repeat(13_000),
    '<a>'.repeat(20_000),
    '?'.repeat(65_000),
    `"a"${' '.repeat(65_000)}`,
    '\\'.repeat(65_000),
    `"a":"${'\\'.repeat(65_000)}`,
  ]
  const redactor = createRedactor()
  const started = performance.now()
  for (const text of hostile) redactor.body(text)
  expect(performance.now() - started).toBeLessThan(2_000)
})
