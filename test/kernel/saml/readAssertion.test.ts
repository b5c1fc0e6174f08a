import { describe, expect, test } from 'vitest'
import { buildResponse } from '#kernel/saml/response.ts'
import type { SamlCheck } from '#kernel/saml/SamlRefusal.ts'
import { signResponse } from '#kernel/saml/sign.ts'
import { verifyResponse } from '#kernel/saml/verifyResponse.ts'
import { refusalOf } from './refusalOf.ts'
import { claims, idp, now, trust } from './samples.ts'

/** The identity provider itself signs what is wrong: only the reading can refuse it. */
function signedWith(from: string | RegExp, to: string): string {
  const xml = buildResponse(claims)
  const changed = xml.replace(from, () => to)
  expect(changed).not.toBe(xml)
  return signResponse(changed, idp, 'Assertion')
}

const subject = /<saml:Subject>.*<\/saml:Subject>/
const confirmation = /<saml:SubjectConfirmation .*<\/saml:SubjectConfirmation>/
const data = /<saml:SubjectConfirmationData .*<\/saml:SubjectConfirmationData>/
const conditions = /<saml:Conditions .*<\/saml:Conditions>/
const audience = /<saml:AudienceRestriction>.*<\/saml:AudienceRestriction>/
const statement = /<saml:AuthnStatement .*<\/saml:AuthnStatement>/
const instant = '2026-11-24T10:05:00.000Z'

const confirmed = (attributes: string) =>
  `<saml:SubjectConfirmationData ${attributes}></saml:SubjectConfirmationData>`

describe('an Assertion that says too little or too much', () => {
  test.each<[what: string, from: string | RegExp, to: string, check: SamlCheck]>([
    [
      'another version',
      /(?<=ID="_assertion" IssueInstant="[^"]*") Version="2.0"/,
      ' Version="1.1"',
      'assertion',
    ],
    ['no time of issue', /(?<=ID="_assertion") IssueInstant="[^"]*"/, '', 'assertion'],
    ['no Subject', subject, '', 'subject'],
    [
      'two NameIDs',
      '<saml:NameID ',
      '<saml:NameID>eva@example.com</saml:NameID><saml:NameID ',
      'subject',
    ],
    ['an empty NameID', '>ana@example.com<', '><', 'subject'],
    ['markup in the NameID', '>ana@example.com<', '>ana<b></b>@example.com<', 'subject'],
    ['no SubjectConfirmation', confirmation, '', 'subjectConfirmation'],
    [
      'two SubjectConfirmations',
      '<saml:SubjectConfirmation ',
      `<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"></saml:SubjectConfirmation><saml:SubjectConfirmation `,
      'subjectConfirmation',
    ],
    ['a holder-of-key confirmation', 'cm:bearer', 'cm:holder-of-key', 'subjectConfirmation'],
    ['no SubjectConfirmationData', data, '', 'subjectConfirmation'],
    ['no Recipient', data, confirmed(`NotOnOrAfter="${instant}"`), 'subjectConfirmation'],
    ['no NotOnOrAfter', data, confirmed('Recipient="http://sp"'), 'subjectConfirmation'],
    [
      'a NotBefore for the bearer',
      data,
      confirmed(`Recipient="http://sp" NotBefore="${instant}" NotOnOrAfter="${instant}"`),
      'subjectConfirmation',
    ],
    ['no Conditions', conditions, '', 'conditions'],
    ['no AudienceRestriction', audience, '', 'conditions'],
    [
      'two AudienceRestrictions',
      '<saml:AudienceRestriction>',
      '<saml:AudienceRestriction></saml:AudienceRestriction><saml:AudienceRestriction>',
      'conditions',
    ],
    [
      'a condition that nobody understands',
      '<saml:AudienceRestriction>',
      '<saml:Condition></saml:Condition><saml:AudienceRestriction>',
      'conditions',
    ],
    [
      'a condition of another namespace',
      '<saml:AudienceRestriction>',
      '<x:OneTimeUse xmlns:x="urn:x"></x:OneTimeUse><saml:AudienceRestriction>',
      'conditions',
    ],
    ['no AuthnStatement', statement, '', 'authnStatement'],
    ['an attribute without Name', 'Name="givenName"', 'FriendlyName="givenName"', 'attributes'],
  ])('%s is refused', (_what, from, to, check) => {
    expect(refusalOf(() => verifyResponse(signedWith(from, to), trust))).toBe(check)
  })

  test.each([
    ['OneTimeUse', '<saml:OneTimeUse></saml:OneTimeUse>'],
    ['ProxyRestriction', '<saml:ProxyRestriction Count="0"></saml:ProxyRestriction>'],
  ])('the condition %s is understood', (_name, condition) => {
    const xml = signedWith('<saml:AudienceRestriction>', `${condition}<saml:AudienceRestriction>`)
    expect(refusalOf(() => verifyResponse(xml, trust))).toBe('accepted')
  })

  test('a NameID without Format is unspecified, and a NameQualifier is read', () => {
    const xml = signedWith(/<saml:NameID [^>]*>/, '<saml:NameID NameQualifier="q">')
    expect(verifyResponse(xml, trust)).toMatchObject({
      nameIdFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
      nameQualifier: 'q',
    })
  })

  test('several Audiences are all read', () => {
    const xml = signedWith(
      '<saml:Audience>',
      '<saml:Audience>urn:other</saml:Audience><saml:Audience>',
    )
    expect(verifyResponse(xml, trust).audience).toEqual(['urn:other', claims.audience])
  })

  test('a value made of elements counts with its text', () => {
    const xml = signedWith('>Ana<', '><saml:NameID>Ana</saml:NameID><')
    expect(verifyResponse(xml, trust).attributes.get('givenName')).toEqual(['Ana'])
  })
})

describe('the time of an Assertion', () => {
  test('ends with the earlier of Conditions and SubjectConfirmationData', () => {
    const early = signedWith(
      /NotOnOrAfter="[^"]*" Recipient/,
      'NotOnOrAfter="2026-11-24T10:01:00Z" Recipient',
    )
    expect(verifyResponse(early, trust).notOnOrAfter).toBe(now + 60_000)
    const open = signedWith(
      / NotOnOrAfter="[^"]*"><saml:AudienceRestriction>/,
      '><saml:AudienceRestriction>',
    )
    expect(verifyResponse(open, trust).notOnOrAfter).toBe(claims.notOnOrAfter)
  })

  test.each([
    ['a local time', '2026-11-24T10:00:00'],
    ['an offset', '2026-11-24T11:00:00+01:00'],
    ['a date', '2026-11-24'],
    ['30 February', '2026-02-30T10:00:00Z'],
    ['hour 25', '2026-11-24T25:00:00Z'],
    ['a leap second', '2026-11-24T10:00:60Z'],
    ['a number', '1795514400'],
    ['a year of five digits', '12026-11-24T10:00:00Z'],
    ['nothing', ''],
  ])('%s is no instant', (_what, text) => {
    const xml = signedWith(/AuthnInstant="[^"]*"/, `AuthnInstant="${text}"`)
    expect(refusalOf(() => verifyResponse(xml, trust))).toBe('authnStatement')
  })

  test('fractions of a second are read', () => {
    const xml = signedWith(/AuthnInstant="[^"]*"/, 'AuthnInstant="2026-11-24T10:00:00.123456Z"')
    expect(verifyResponse(xml, trust).authnInstant).toBe(now + 123)
  })
})
