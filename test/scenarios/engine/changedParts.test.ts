import { expect, test } from 'vitest'
import { changedParts } from '#scenarios/engine/changedParts.ts'
import { type RawRequest, withHeader } from '#scenarios/engine/rawRequest.ts'

const request: RawRequest = {
  to: 'http://127.0.0.1:1',
  method: 'PUT',
  target: '/a',
  headers: [
    ['host', 'h'],
    [
      'authorization',
      'AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=aa',
    ],
    ['x-amz-security-token', 'first'],
  ],
  body: Buffer.from(''),
}

test('the same request has no changed part', () => {
  expect(changedParts(request, { ...request })).toEqual([])
})

test('a signature is told apart from the key and the headers beside it', () => {
  const other = withHeader(request, 'authorization', request.headers[1]![1].replace('=aa', '=ab'))
  expect(changedParts(request, other)).toEqual([{ part: 'signature', before: 'aa', after: 'ab' }])
})

test('method, path and body are parts, and so is a header that came or went', () => {
  const other = {
    ...request,
    method: 'POST',
    target: '/b',
    body: Buffer.from('x'),
    headers: [...request.headers.slice(1), ['x-new', 'n'] as const],
  }
  expect(changedParts(request, other)).toEqual([
    { part: 'method', before: 'PUT', after: 'POST' },
    { part: 'path', before: '/a', after: '/b' },
    { part: 'host', before: 'h', after: undefined },
    { part: 'body', before: '', after: 'x' },
    { part: 'x-new', before: undefined, after: 'n' },
  ])
})

test('tokens are labels: one sees that they differ, not what they are', () => {
  expect(changedParts(request, withHeader(request, 'x-amz-security-token', 'second'))).toEqual([
    {
      part: 'x-amz-security-token',
      before: '<session-token:1>',
      after: '<session-token:2>',
    },
  ])
})

test('a secret in a body or a path is a label too', () => {
  const form = (token: string) => ({
    ...request,
    target: `/?X-Amz-Security-Token=${token}`,
    body: Buffer.from(`Action=A&SAMLAssertion=${token}`),
  })
  const shown = JSON.stringify(changedParts(form('one-secret'), form('other-secret')))
  expect(shown).not.toMatch(/one-secret|other-secret/)
})
