import { describe, expect, test } from 'vitest'
import { printInstant } from '#kernel/saml/instant.ts'
import { buildResponse, type ResponseClaims } from '#kernel/saml/response.ts'
import { type SignedPart, signResponse } from '#kernel/saml/sign.ts'
import { buildStatusResponse } from '#kernel/saml/statusResponse.ts'
import { verifyResponse } from '#kernel/saml/verifyResponse.ts'
import { refusalOf } from './refusalOf.ts'
import { attacker, claims, idp, now, trust } from './samples.ts'

const parts: SignedPart[] = ['Assertion', 'Response', 'both']

const signed = (part: SignedPart = 'Assertion', changed: Partial<ResponseClaims> = {}) =>
  signResponse(buildResponse({ ...claims, ...changed }), idp, part)

describe('a Response of the configured identity provider', () => {
  test.each(parts)(
    'is accepted with a signature on %s, and its claims are those issued',
    (part) => {
      const assertion = verifyResponse(signed(part), trust)
      expect(assertion).toMatchObject({
        responseId: claims.responseId,
        assertionId: claims.assertionId,
        issuer: claims.issuer,
        issueInstant: claims.issueInstant,
        nameId: claims.nameId,
        nameIdFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
        audience: [claims.audience],
        recipient: claims.recipient,
        destination: claims.recipient,
        inResponseTo: claims.inResponseTo,
        responseInResponseTo: claims.inResponseTo,
        notBefore: claims.notBefore,
        notOnOrAfter: claims.notOnOrAfter,
        authnInstant: claims.authnInstant,
        sessionIndex: claims.sessionIndex,
        sessionNotOnOrAfter: claims.sessionNotOnOrAfter,
        signedElement: part,
      })
      expect([...assertion.attributes]).toEqual(Object.entries(claims.attributes ?? {}))
    },
  )

  test('leaves evidence of what was signed, how, and by whose certificate', () => {
    const { evidence } = verifyResponse(signed(), trust)
    expect(evidence.algorithm).toBe('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256')
    expect(evidence.referenceId).toBe('_assertion')
    expect(Buffer.from(evidence.digest, 'base64')).toHaveLength(32)
    expect(evidence.certificateFingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
  })

  test('is accepted as bytes, with CRLF line ends, an XML declaration and a byte order mark', () => {
    const xml = `\uFEFF<?xml version="1.0" encoding="UTF-8"?>\r\n${signed()}\r\n`
    expect(verifyResponse(Buffer.from(xml), trust).nameId).toBe(claims.nameId)
  })

  test('is accepted by any of several certificates: metadata holds two while a key is replaced', () => {
    const certificates = [attacker.certificatePem, idp.certificateBase64]
    expect(verifyResponse(signed(), { ...trust, certificates }).nameId).toBe(claims.nameId)
  })

  test('keeps every character of its values, white space and markup included', () => {
    const value = 'a<b> & "c" \r\n\t]]> ñ 😀 '
    const assertion = verifyResponse(signed('both', { attributes: { [value]: [value] } }), trust)
    expect(assertion.attributes.get(value)).toEqual([value])
  })

  test('sees all values of an attribute that is named twice', () => {
    const twice = buildResponse(claims).replace('Name="givenName"', 'Name="groups"')
    const assertion = verifyResponse(signResponse(twice, idp, 'Assertion'), trust)
    expect(assertion.attributes.get('groups')).toEqual(['Ana', 'builders', 'readers'])
  })
})

describe('a Response that was changed after it was signed', () => {
  const changes: [what: string, from: string, to: string][] = [
    ['NameID', '>ana@example.com<', '>eva@example.com<'],
    ['Audience', '/d-1234567890<', '/d-1234567891<'],
    ['Recipient', 'Recipient="http://127.0.0.1:4571', 'Recipient="http://127.0.0.1:9999'],
    ['InResponseTo', 'InResponseTo="_request" NotOnOrAfter', 'InResponseTo="_other" NotOnOrAfter'],
    [
      'NotBefore',
      `NotBefore="${printInstant(claims.notBefore)}"`,
      `NotBefore="${printInstant(0)}"`,
    ],
    ['an attribute value', '>builders<', '>admins<'],
    ['an attribute name', 'Name="groups"', 'Name="group"'],
    [
      'AuthnInstant',
      `AuthnInstant="${printInstant(claims.authnInstant)}"`,
      `AuthnInstant="${printInstant(now)}"`,
    ],
    ['SessionIndex', 'SessionIndex="_session"', 'SessionIndex="_other"'],
    ['white space in the subject', '<saml:Subject>', '<saml:Subject> '],
    ['the namespace of a child', '<saml:Audience>', '<saml:Audience xmlns:saml="urn:other">'],
  ]

  test.each(parts.flatMap((part) => changes.map((change) => [part, ...change] as const)))(
    'signed on %s: a changed %s is refused by the digest',
    (part, _what, from, to) => {
      const xml = signed(part)
      const changed = xml.replace(from, to)
      expect(changed).not.toBe(xml)
      expect(refusalOf(() => verifyResponse(changed, trust))).toBe('digest')
    },
  )

  test.each([
    ['a digest', /(<ds:DigestValue>)(.)/, 'digest'],
    ['a signature value', /(<ds:SignatureValue>)(.)/, 'signature'],
  ] as const)('%s with one other character is refused', (_what, pattern, check) => {
    const changed = signed().replace(pattern, (_all, tag, char) => tag + (char === 'A' ? 'B' : 'A'))
    expect(refusalOf(() => verifyResponse(changed, trust))).toBe(check)
  })
})

describe('a Response of somebody else', () => {
  test('is refused when the attacker signs with his key and puts his certificate into KeyInfo', () => {
    const forged = signResponse(buildResponse(claims), attacker, 'both')
    expect(forged).toContain(attacker.certificateBase64)
    expect(refusalOf(() => verifyResponse(forged, trust))).toBe('signature')
  })

  test('is refused when KeyInfo shows the right certificate over a signature of another key', () => {
    const forged = signResponse(buildResponse(claims), attacker, 'Assertion')
    const dressed = forged.replace(attacker.certificateBase64, idp.certificateBase64)
    expect(refusalOf(() => verifyResponse(dressed, trust))).toBe('signature')
  })

  test('is refused by its issuer before anything is said about its signature', () => {
    const xml = signed('both', { issuer: 'http://evil.example' })
    expect(refusalOf(() => verifyResponse(xml, trust))).toBe('issuer')
  })

  test('is refused when the issuer of the unsigned Response is not the one of the signed Assertion', () => {
    const xml = signed().replace(claims.issuer, 'http://evil.example')
    expect(refusalOf(() => verifyResponse(xml, trust))).toBe('issuer')
  })
})

describe('a Response without an Assertion to believe', () => {
  test('is refused unsigned', () => {
    expect(refusalOf(() => verifyResponse(buildResponse(claims), trust))).toBe('signed')
  })

  test('is refused with the status of the identity provider', () => {
    const xml = buildStatusResponse({ ...claims, status: 'noPassive' })
    expect(() => verifyResponse(xml, trust)).toThrowError(
      expect.objectContaining({
        check: 'status',
        detail: expect.objectContaining({
          because: 'urn:oasis:names:tc:SAML:2.0:status:NoPassive',
        }),
      }),
    )
  })

  test('is refused when what it holds is encrypted', () => {
    const xml = signed().replaceAll('saml:Assertion', 'saml:EncryptedAssertion')
    expect(refusalOf(() => verifyResponse(xml, trust))).toBe('encryption')
  })
})
