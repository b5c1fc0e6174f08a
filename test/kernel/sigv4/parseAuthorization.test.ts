import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAuthorization } from '#kernel/sigv4/parseAuthorization.ts'

const AUTHORIZATION = {
  algorithm: 'AWS4-HMAC-SHA256',
  credential: 'AKID/20261105/us-east-1/s3/aws4_request',
  signedHeaders: ['host', 'x-amz-date'],
  signature: 'abc',
}
const CREDENTIAL = `Credential=${AUTHORIZATION.credential}`

describe('an Authorization header', () => {
  test.each([
    `AWS4-HMAC-SHA256 ${CREDENTIAL}, SignedHeaders=host;x-amz-date, Signature=abc`,
    `AWS4-HMAC-SHA256 ${CREDENTIAL},SignedHeaders=host;x-amz-date,Signature=abc`,
    `AWS4-HMAC-SHA256   Signature=abc ,  SignedHeaders=host;x-amz-date ,\t${CREDENTIAL},`,
    `AWS4-HMAC-SHA256 ${CREDENTIAL} SignedHeaders=host;x-amz-date Signature=abc`,
  ])('has three components: %s', (header) => {
    expect(parseAuthorization(header)).toEqual({ ok: true, authorization: AUTHORIZATION })
  })

  test('may list no signed header', () => {
    const parsed = parseAuthorization(`X ${CREDENTIAL}, SignedHeaders=, Signature=`)
    expect(parsed).toMatchObject({ ok: true, authorization: { signedHeaders: [], signature: '' } })
  })

  test('keeps what follows the first equal-sign', () => {
    const parsed = parseAuthorization(`X ${CREDENTIAL}, SignedHeaders=a=b, Signature=c==`)
    expect(parsed).toMatchObject({ authorization: { signedHeaders: ['a=b'], signature: 'c==' } })
  })

  test.each([
    ['', { kind: 'no-space' }],
    ['AWS4-HMAC-SHA256', { kind: 'no-space' }],
    [
      'AWS4-HMAC-SHA256 ',
      { kind: 'components', missing: ['Credential', 'Signature', 'SignedHeaders'], count: 0 },
    ],
    ['AWS4-HMAC-SHA256 abc', { kind: 'component', component: 'abc' }],
    [
      `AWS4-HMAC-SHA256 ${CREDENTIAL}, Signature=a`,
      { kind: 'components', missing: ['SignedHeaders'], count: 2 },
    ],
    [
      'X credential=a, SignedHeaders=b, Signature=c',
      { kind: 'components', missing: ['Credential'], count: 3 },
    ],
    [
      'X Credential=a, SignedHeaders=b, Signature=c, Signature=d',
      { kind: 'components', missing: [], count: 4 },
    ],
    [
      'X Credential=a, SignedHeaders=b, Signature=c, Other=d',
      { kind: 'components', missing: [], count: 4 },
    ],
  ])('is refused: %j', (header, problem) => {
    expect(parseAuthorization(header)).toEqual({ ok: false, problem })
  })

  test('is read without fail, whatever it is', () => {
    const piece = fc.constantFrom(
      'Credential',
      'Signature',
      'SignedHeaders',
      '=',
      ',',
      ' ',
      ';',
      '/',
      'a',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        expect(parseAuthorization(pieces.join(''))).toHaveProperty('ok')
      }),
    )
  })
})
