import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodePost, encodePost } from '#kernel/saml/postBinding.ts'
import { decodeRedirect, encodeRedirect } from '#kernel/saml/redirectBinding.ts'
import { refusalOf } from './refusalOf.ts'

const anything = fc.string({ unit: 'binary', maxLength: 500 })

const redirected = (xml: string, relayState?: string) =>
  new URL(
    encodeRedirect({
      location: 'http://127.0.0.1/sso?a=b',
      parameter: 'SAMLRequest',
      xml,
      relayState,
    }),
  ).searchParams

describe('HTTP-Redirect', () => {
  test('carries any message and any RelayState, and keeps the query that was there', () => {
    fc.assert(
      fc.property(anything, anything, (xml, relayState) => {
        const query = redirected(xml, relayState)
        expect(decodeRedirect(query.get('SAMLRequest')!).toString()).toBe(
          Buffer.from(xml).toString(),
        )
        expect(query.get('RelayState')).toBe(Buffer.from(relayState).toString())
        expect(query.get('a')).toBe('b')
      }),
    )
  })

  test('sends no RelayState where there is none', () => {
    expect(redirected('<a/>').has('RelayState')).toBe(false)
  })

  test('refuses a small message that inflates to a large one', () => {
    const bomb = deflateRawSync(Buffer.alloc(50_000_000)).toString('base64')
    expect(bomb.length).toBeLessThan(100_000)
    expect(refusalOf(() => decodeRedirect(bomb))).toBe('size')
  })

  test('takes a message up to the limit and none above it', () => {
    const encode = (bytes: number) => deflateRawSync(Buffer.alloc(bytes, 'x')).toString('base64')
    expect(decodeRedirect(encode(1000), 1000)).toHaveLength(1000)
    expect(refusalOf(() => decodeRedirect(encode(1001), 1000))).toBe('size')
    expect(refusalOf(() => decodeRedirect('A'.repeat(2001), 1000))).toBe('size')
  })

  test.each([
    ['not base64', '<samlp:AuthnRequest/>'],
    ['base64 of another alphabet', '_-_-'],
    ['base64 cut off', deflateRawSync('<a/>').toString('base64').slice(0, -3)],
    ['not deflated', Buffer.from('<samlp:AuthnRequest/>').toString('base64')],
    ['nothing', ''],
  ])('refuses a message that is %s', (_what, value) => {
    expect(refusalOf(() => decodeRedirect(value))).toBe('encoding')
  })

  test('says nothing but a refusal of its own to any text', () => {
    fc.assert(
      fc.property(fc.oneof(anything, fc.base64String()), (value) => {
        expect(['accepted', 'encoding', 'size']).toContain(refusalOf(() => decodeRedirect(value)))
      }),
    )
  })
})

describe('HTTP-POST', () => {
  test('carries any message', () => {
    fc.assert(
      fc.property(anything, (xml) => {
        expect(decodePost(encodePost(xml)).toString()).toBe(Buffer.from(xml).toString())
      }),
    )
  })

  test('takes lines of 76 characters, as many libraries write them', () => {
    const wrapped = encodePost('x'.repeat(300)).replace(/.{76}/g, '$&\r\n')
    expect(decodePost(wrapped).toString()).toBe('x'.repeat(300))
  })

  test.each([
    ['not base64', 'PGEvPg==!', 'encoding'],
    ['base64 with something behind its end', 'PGEvPg==PGEvPg==', 'encoding'],
    ['not padded', 'PGEvPg', 'encoding'],
    ['too long', 'A'.repeat(2004), 'size'],
  ])('refuses a message that is %s', (_what, value, check) => {
    expect(refusalOf(() => decodePost(value, 1000))).toBe(check)
  })
})
