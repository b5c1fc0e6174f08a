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

const xml = await buildAuthnRequest(request)

describe('an AuthnRequest', () => {
  test('is read as it was built, also through a URL', () => {
    const location = request.destination
    const url = encodeRedirect({
      location,
      parameter: 'SAMLRequest',
      xml,
    })
    const arrived = decodeRedirect(new URL(url).searchParams.get('SAMLRequest')!)
    expect(readAuthnRequest(arrived)).toEqual({
      ...request,
      forceAuthn: false,
      isPassive: false,
      nameIdFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
    })
  })

  test('can force a new sign-in or forbid asking', async () => {
    const xml = await buildAuthnRequest({ ...request, forceAuthn: true, isPassive: true })
    expect(readAuthnRequest(xml)).toMatchObject({ forceAuthn: true, isPassive: true })
    expect(readAuthnRequest(xml.replace('IsPassive="true"', 'IsPassive="1"')).isPassive).toBe(true)
  })

  test('keeps any issuer that XML can carry, and refuses to be built with any other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (issuer) => {
        const carried = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u.test(issuer)
        if (carried)
          expect(readAuthnRequest(await buildAuthnRequest({ ...request, issuer })).issuer).toBe(
            issuer,
          )
        else
          await expect(buildAuthnRequest({ ...request, issuer })).rejects.toMatchObject({
            check: 'wellFormed',
          })
      }),
    )
  })

  test.each([
    ['is another message', '<a/>'],
    ['has another version', xml.replace('Version="2.0"', 'Version="1.1"')],
    ['has no ID', xml.replace('ID="_request"', '')],
    ['has an empty ID', xml.replace('ID="_request"', 'ID=""')],
    ['has no time', xml.replace(/IssueInstant="[^"]*"/, '')],
    ['has no Issuer', xml.replace(/<saml:Issuer.*<\/saml:Issuer>/, '')],
    ['wants its answer as an artifact', xml.replace('HTTP-POST', 'HTTP-Artifact')],
    ['is neither passive nor not', xml.replace('ID=', 'IsPassive="maybe" ID=')],
  ])('that %s is refused', (_what, broken) => {
    expect(refusalOf(() => readAuthnRequest(broken))).toBe('message')
  })

  test('with a DOCTYPE is refused', () => {
    expect(refusalOf(() => readAuthnRequest(`<!DOCTYPE a>${xml}`))).toBe('doctype')
  })
})
