import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerOf, elementOf, isAccepted } from '#scenarios/engine/answer.ts'

const of = (status: number, body: string, headers = {}) => {
  const { code, message } = answerOf(status, headers, Buffer.from(body))
  return { code, message }
}

test.each([
  [
    'S3',
    '<Error><Code>AccessDenied</Code><Message>User: &quot;a&quot; &amp;c</Message></Error>',
    {},
    { code: 'AccessDenied', message: 'User: "a" &c' },
  ],
  [
    'the query protocol',
    '<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>m</Message></Error></ErrorResponse>',
    {},
    { code: 'NoSuchEntity', message: 'm' },
  ],
  [
    'the portal, in a header',
    '{"message":"No access"}',
    { 'x-amzn-errortype': 'ForbiddenException:http://x' },
    { code: 'ForbiddenException', message: 'No access' },
  ],
  [
    'sso-oidc',
    '{"error":"invalid_grant","error_description":"d"}',
    {},
    { code: 'invalid_grant', message: 'd' },
  ],
  [
    'an internal listener',
    '{"code":"BadCredentials","message":"it has expired"}',
    {},
    { code: 'BadCredentials', message: 'it has expired' },
  ],
  ['a page', '<!doctype html><p>no</p>', {}, { code: null, message: '' }],
])('a refusal of %s names its code and says its words', (_who, body, headers, expected) => {
  expect(of(403, body, headers)).toEqual(expected)
})

test('an answer that is no refusal has no code, whatever is in it', () => {
  expect(of(200, '<Code>X</Code>')).toEqual({ code: null, message: '' })
})

test('accepted is 2xx and nothing else', () => {
  const all = [199, 200, 204, 299, 300, 303, 403, 500].map((status) =>
    isAccepted({ status, code: null, message: '', body: '' }),
  )
  expect(all).toEqual([false, true, true, true, false, false, false, false])
  expect(isAccepted(undefined)).toBe(false)
})

test('an element that is not closed is none', () => {
  expect(elementOf('<A>x', 'A')).toBeUndefined()
  expect(elementOf('</A>x<A>', 'A')).toBeUndefined()
})

test('no body breaks it', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 100, max: 599 }), (body, status) => {
      expect(answerOf(status, {}, Buffer.from(body)).body).toBe(body)
    }),
  )
})
