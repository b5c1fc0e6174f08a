import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildAuthnRequest, readAuthnRequest } from '#kernel/saml/authnRequest.ts'
import { decodeRedirect, encodeRedirect } from '#kernel/saml/redirectBinding.ts'
import { refusalOf } from './refusalOf.ts'
import { now } from './samples.ts'

const request = {
  id: '_request',
  issueInstant: now,
  issuer: 'https://us-east-1.signin.aws.amazon.com/platform/saml/d-1234567890',
  destination: 'http://127.0.0.1:4570/saml/sso',
  acsUrl: 'http://127.0.0.1:4571/platform/saml/acs/1',
}

describe('an AuthnRequest', () => {
  test('is read as it was built, also through a URL', () => {
    const location = request.destination
    const url = encodeRedirect({
      location,
      parameter: 'SAMLRequest',
      xml: buildAuthnRequest(request),
    })
    const xml = decodeRedirect(new URL(url).searchParams.get('SAMLRequest')!)
    expect(readAuthnRequest(xml)).toEqual({
      ...request,
      forceAuthn: false,
      isPassive: false,
      nameIdFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
    })
  })

  test('can force a new sign-in or forbid asking', () => {
    const xml = buildAuthnRequest({ ...request, forceAuthn: true, isPassive: true })
    expect(readAuthnRequest(xml)).toMatchObject({ forceAuthn: true, isPassive: true })
    expect(readAuthnRequest(xml.replace('IsPassive="true"', 'IsPassive="1"')).isPassive).toBe(true)
  })

  test('keeps any issuer that XML can carry, and refuses to be built with any other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (issuer) => {
        const carried = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u.test(issuer)
        if (carried)
          expect(readAuthnRequest(buildAuthnRequest({ ...request, issuer })).issuer).toBe(issuer)
        else expect(refusalOf(() => buildAuthnRequest({ ...request, issuer }))).toBe('wellFormed')
      }),
    )
  })

  test.each([
    ['is another message', '<a/>'],
    ['has another version', buildAuthnRequest(request).replace('Version="2.0"', 'Version="1.1"')],
    ['has no ID', buildAuthnRequest(request).replace('ID="_request"', '')],
    ['has an empty ID', buildAuthnRequest(request).replace('ID="_request"', 'ID=""')],
    ['has no time', buildAuthnRequest(request).replace(/IssueInstant="[^"]*"/, '')],
    ['has no Issuer', buildAuthnRequest(request).replace(/<saml:Issuer.*<\/saml:Issuer>/, '')],
    [
      'wants its answer as an artifact',
      buildAuthnRequest(request).replace('HTTP-POST', 'HTTP-Artifact'),
    ],
    [
      'is neither passive nor not',
      buildAuthnRequest(request).replace('ID=', 'IsPassive="maybe" ID='),
    ],
  ])('that %s is refused', (_what, xml) => {
    expect(refusalOf(() => readAuthnRequest(xml))).toBe('message')
  })

  test('with a DOCTYPE is refused', () => {
    expect(refusalOf(() => readAuthnRequest(`<!DOCTYPE a>${buildAuthnRequest(request)}`))).toBe(
      'doctype',
    )
  })
})
