import { createHash, sign as signBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canonicalXml } from '#kernel/saml/canonicalXml.ts'
import {
  assertionNs,
  envelopedSignature,
  exclusiveC14n,
  rsaSha256,
  sha256,
  signatureNs,
} from '#kernel/saml/names.ts'
import { parseXml } from '#kernel/saml/parseXml.ts'
import { buildResponse } from '#kernel/saml/response.ts'
import { type SignedPart, signResponse } from '#kernel/saml/sign.ts'
import { verifyResponse } from '#kernel/saml/verifyResponse.ts'
import { onlyChild } from '#kernel/saml/xmlElement.ts'
import { refusalOf } from './refusalOf.ts'
import { attacker, claims, idp, trust } from './samples.ts'
import { signByXmlCrypto, signedReferenceByXmlCrypto } from './xmlCrypto.ts'

describe('a signature of ours', () => {
  test.each([
    ['Assertion', '_assertion'],
    ['Response', '_response'],
    ['both', '_assertion'],
    ['both', '_response'],
  ] as const)('on %s is good for xml-crypto too (%s)', (part, id) => {
    const xml = signResponse(buildResponse(claims), idp, part)
    expect(signedReferenceByXmlCrypto(xml, id, idp)).toContain(`ID="${id}"`)
    expect(() => signedReferenceByXmlCrypto(xml, id, attacker)).toThrow()
  })

  test.each<SignedPart>(['Assertion', 'Response', 'both'])(
    'on %s stands right after the Issuer, as the schema wants it',
    (part) => {
      const xml = signResponse(buildResponse(claims), idp, part)
      const after = xml.match(/<\/saml:Issuer><ds:Signature /g) ?? []
      expect(after).toHaveLength(part === 'both' ? 2 : 1)
    },
  )

  test('is not put beside another one', () => {
    const xml = signResponse(buildResponse(claims), idp, 'Assertion')
    expect(refusalOf(() => signResponse(xml, idp, 'Assertion'))).toBe('signaturePlace')
  })
})

describe('a signature by xml-crypto', () => {
  test.each(['Assertion', 'Response'] as const)('on the %s is accepted', (part) => {
    const xml = signByXmlCrypto(buildResponse(claims), part, idp)
    expect(verifyResponse(xml, trust)).toMatchObject({ nameId: claims.nameId, signedElement: part })
  })

  test('is accepted with RSA-SHA512 and a prefix of its own', () => {
    const xml = signByXmlCrypto(buildResponse(claims), 'Assertion', idp, {
      signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
      digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha512',
      prefix: 'dsig',
    })
    expect(verifyResponse(xml, trust).evidence.algorithm).toMatch(/rsa-sha512$/)
  })
})

describe('a signature with a PrefixList, as Okta writes it', () => {
  const list = `<ec:InclusiveNamespaces xmlns:ec="${exclusiveC14n}" PrefixList="xs saml"></ec:InclusiveNamespaces>`
  const xmlSchema = 'http://www.w3.org/2001/XMLSchema'

  function signedWithPrefixList(): string {
    const plain = buildResponse(claims)
      .replace('<samlp:Response ', `<samlp:Response xmlns:xs="${xmlSchema}" `)
      .replace('<saml:AttributeValue>Ana<', '<saml:AttributeValue type="xs:string">Ana<')
    const assertion = onlyChild(parseXml(plain), assertionNs, 'Assertion', 'oneAssertion')
    const bytes = canonicalXml(assertion, { inclusivePrefixes: ['xs', 'saml'] })
    expect(bytes).toContain(`xmlns:xs="${xmlSchema}"`)
    const info = `<ds:SignedInfo xmlns:ds="${signatureNs}"><ds:CanonicalizationMethod Algorithm="${exclusiveC14n}"></ds:CanonicalizationMethod><ds:SignatureMethod Algorithm="${rsaSha256}"></ds:SignatureMethod><ds:Reference URI="#_assertion"><ds:Transforms><ds:Transform Algorithm="${envelopedSignature}"></ds:Transform><ds:Transform Algorithm="${exclusiveC14n}">${list}</ds:Transform></ds:Transforms><ds:DigestMethod Algorithm="${sha256}"></ds:DigestMethod><ds:DigestValue>${createHash('sha256').update(bytes).digest('base64')}</ds:DigestValue></ds:Reference></ds:SignedInfo>`
    const value = signBytes('sha256', Buffer.from(canonicalXml(parseXml(info))), idp.privateKeyPem)
    const signature = `<ds:Signature xmlns:ds="${signatureNs}">${info}<ds:SignatureValue>${value.toString('base64')}</ds:SignatureValue></ds:Signature>`
    return plain.replace('</saml:Issuer><saml:Subject>', `</saml:Issuer>${signature}<saml:Subject>`)
  }

  test('is good for us and for xml-crypto, over the same bytes', () => {
    const xml = signedWithPrefixList()
    expect(verifyResponse(xml, trust).attributes.get('givenName')).toEqual(['Ana'])
    expect(signedReferenceByXmlCrypto(xml, '_assertion', idp)).toContain(`xmlns:xs="${xmlSchema}"`)
  })

  test('is refused when the namespace in the list is bound to something else', () => {
    const xml = signedWithPrefixList().replace(`xmlns:xs="${xmlSchema}"`, 'xmlns:xs="urn:other"')
    expect(refusalOf(() => verifyResponse(xml, trust))).toBe('digest')
  })
})
