import { describe, expect, test } from 'vitest'
import { assertionChecks, checkAssertion, type Expectations } from '#kernel/saml/checkAssertion.ts'
import { buildResponse, type ResponseClaims } from '#kernel/saml/response.ts'
import type { SamlCheck } from '#kernel/saml/SamlRefusal.ts'
import { signResponse } from '#kernel/saml/sign.ts'
import { type VerifiedAssertion, verifyResponse } from '#kernel/saml/verifyResponse.ts'
import { refusalOf } from './refusalOf.ts'
import { claims, idp, minute, now, trust } from './samples.ts'

const issued = (changed: Partial<ResponseClaims> = {}) =>
  verifyResponse(signResponse(buildResponse({ ...claims, ...changed }), idp, 'Assertion'), trust)

const expected: Expectations = {
  now,
  skewMs: 3 * minute,
  audience: [claims.audience],
  recipient: claims.recipient,
  inResponseTo: '_request',
}

const check = (assertion: VerifiedAssertion, changed: Partial<Expectations> = {}) =>
  refusalOf(() => checkAssertion(assertion, { ...expected, ...changed }))

describe('an assertion for us, for this request, and for now', () => {
  test('is accepted', () => {
    expect(check(issued())).toBe('accepted')
  })

  test.each<[what: string, Partial<ResponseClaims>, Partial<Expectations>, SamlCheck]>([
    ['for another audience', { audience: 'urn:other' }, {}, 'audience'],
    [
      'for an audience that only begins like ours',
      { audience: `${claims.audience}x` },
      {},
      'audience',
    ],
    [
      'confirmed for another recipient',
      {},
      { recipient: 'http://127.0.0.1:1/acs', destination: claims.recipient },
      'recipient',
    ],
    ['sent to another destination', {}, { destination: 'http://127.0.0.1:1/acs' }, 'destination'],
    ['answering another request', { inResponseTo: '_other' }, {}, 'inResponseTo'],
    ['answering no request where one was asked', { inResponseTo: undefined }, {}, 'inResponseTo'],
    ['answering a request where none was asked', {}, { inResponseTo: null }, 'inResponseTo'],
    ['issued in the future', { issueInstant: now + 3 * minute + 1 }, {}, 'issueInstant'],
    ['issued too long ago', {}, { now: now + 5 * minute + 1, maxAgeMs: 5 * minute }, 'age'],
    ['not yet valid', { notBefore: now + 3 * minute + 1 }, {}, 'notBefore'],
    ['expired', {}, { now: claims.notOnOrAfter + 3 * minute }, 'notOnOrAfter'],
  ])('%s is refused', (_what, changedClaims, changedExpectations, refusal) => {
    expect(check(issued(changedClaims), changedExpectations)).toBe(refusal)
  })

  test.each<[what: string, Partial<ResponseClaims>, Partial<Expectations>]>([
    ['within the skew before its time', { notBefore: now + 3 * minute }, {}],
    ['within the skew after its time', {}, { now: claims.notOnOrAfter + 3 * minute - 1 }],
    ['within the skew before its issue', { issueInstant: now + 3 * minute }, {}],
    ['for one of our audiences', {}, { audience: ['urn:other', claims.audience] }],
    ['confirmed for one of our recipients', {}, { recipient: ['http://other', claims.recipient] }],
    ['unsolicited where none was asked', { inResponseTo: undefined }, { inResponseTo: null }],
    ['answering anything where we have no say', {}, { inResponseTo: undefined }],
    ['exactly five minutes old', {}, { now: now + 5 * minute, maxAgeMs: 5 * minute }],
  ])('%s is accepted', (_what, changedClaims, changedExpectations) => {
    expect(check(issued(changedClaims), changedExpectations)).toBe('accepted')
  })

  test('without skew, NotBefore is its first millisecond and NotOnOrAfter the first one too late', () => {
    const exact = { skewMs: 0, inResponseTo: '_request' }
    const assertion = issued({ issueInstant: claims.notBefore - minute })
    expect(check(assertion, { ...exact, now: claims.notBefore - 1 })).toBe('notBefore')
    expect(check(assertion, { ...exact, now: claims.notBefore })).toBe('accepted')
    expect(check(assertion, { ...exact, now: claims.notOnOrAfter - 1 })).toBe('accepted')
    expect(check(assertion, { ...exact, now: claims.notOnOrAfter })).toBe('notOnOrAfter')
  })

  test('a Response that names another request than its Assertion is refused', () => {
    const assertion = { ...issued(), responseInResponseTo: '_other' }
    expect(check(assertion)).toBe('inResponseTo')
  })

  test('a Response without Destination is judged by its recipient alone', () => {
    expect(check({ ...issued(), destination: undefined })).toBe('accepted')
  })
})

describe('the explanation', () => {
  test('shows every check with what was expected and found, also after one failed', () => {
    const checks = assertionChecks(issued({ audience: 'urn:other' }), {
      ...expected,
      maxAgeMs: minute,
    })
    expect(checks.map((each) => [each.check, each.passed])).toEqual([
      ['issueInstant', true],
      ['age', true],
      ['destination', true],
      ['inResponseTo', true],
      ['recipient', true],
      ['audience', false],
      ['notBefore', true],
      ['notOnOrAfter', true],
    ])
    expect(checks.find((each) => each.check === 'audience')).toMatchObject({
      expected: claims.audience,
      found: 'urn:other',
    })
  })

  test('of a refusal carries the same facts', () => {
    expect(() => checkAssertion(issued({ audience: 'urn:other' }), expected)).toThrowError(
      expect.objectContaining({
        check: 'audience',
        stage: 'conditions',
        detail: { expected: claims.audience, found: 'urn:other' },
      }),
    )
  })
})
