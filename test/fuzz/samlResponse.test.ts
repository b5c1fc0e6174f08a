import { expect, test } from 'vitest'
import { buildResponse } from '#kernel/saml/response.ts'
import { SamlRefusal } from '#kernel/saml/SamlRefusal.ts'
import { type SignedPart, signResponse } from '#kernel/saml/sign.ts'
import { type VerifiedAssertion, verifyResponse } from '#kernel/saml/verifyResponse.ts'
import { attacker, claims, idp, trust } from '../kernel/saml/samples.ts'
import { campaign } from './campaign.ts'
import { mutated } from './mutated.ts'

const parts: SignedPart[] = ['Assertion', 'Response', 'both']
const ours = parts.map((part) => signResponse(buildResponse(claims), idp, part))
const other = { ...claims, nameId: 'eva@example.com', assertionId: '_other', responseId: '_others' }
/** Said by somebody whom we do not trust: a splice of it must not be believed. */
const theirs = parts.map((part) => signResponse(buildResponse(other), attacker, part))

const words = [
  ...[
    '<',
    '>',
    '/>',
    '"',
    '&',
    '&amp;',
    '&#x61;',
    '<!---->',
    '<!-- a -->',
    '<?a?>',
    '<![CDATA[a]]>',
  ],
  ...['<!DOCTYPE a>', 'xmlns=""', ' xmlns:saml="urn:a"', ' ID="_assertion"', 'eva@example.com'],
  ...['<saml:Assertion>', '</saml:Assertion>', '<ds:Signature>', '</ds:Signature>', '<ds:Object>'],
  ...['<ds:Reference URI="">', '<ds:Transform Algorithm="a"/>', 'rsa-sha1', 'hmac-sha256', '\0'],
  ...['2026-11-24T10:00:00Z', '\xff', '__proto__', ' ', '\r', '\t'],
]

/** All that a service goes by. */
const saidBy = (verified: VerifiedAssertion) => {
  const { evidence: _, signedElement: __, responseId: ___, ...said } = verified
  return said
}

test('a Response says what the identity provider said, or is refused', { timeout: 600_000 }, () => {
  const said = saidBy(verifyResponse(ours[0]!, trust))
  campaign({
    name: 'SAML Response',
    cases: mutated([...ours, ...theirs], words),
    holds: (xml) => {
      try {
        const found = saidBy(verifyResponse(xml, trust))
        const { destination: _, responseInResponseTo: __, ...claimed } = found
        const { destination: ___, responseInResponseTo: ____, ...expected } = said
        expect(claimed).toEqual(expected)
        return 'taken'
      } catch (error) {
        if (!(error instanceof SamlRefusal)) throw error
        return 'refused'
      }
    },
  })
})
