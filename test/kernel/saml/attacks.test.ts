import { createHash, createHmac, createPrivateKey, sign as signBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalXml } from '#kernel/saml/canonicalXml.ts'
import { envelopedSignature, exclusiveC14n, signatureNs } from '#kernel/saml/names.ts'
import { parseXml } from '#kernel/saml/parseXml.ts'
import { buildResponse } from '#kernel/saml/response.ts'
import type { SamlCheck } from '#kernel/saml/SamlRefusal.ts'
import { SamlRefusal } from '#kernel/saml/SamlRefusal.ts'
import { type SignedPart, signResponse } from '#kernel/saml/sign.ts'
import { verifyResponse } from '#kernel/saml/verifyResponse.ts'
import { childrenNamed, descendants } from '#kernel/saml/xmlElement.ts'
import { refusalOf } from './refusalOf.ts'
import { attacker, claims, idp, trust } from './samples.ts'
import { assertionWrappers, responseWrappers, wrapped } from './wrapping.ts'
import { signByXmlCrypto } from './xmlCrypto.ts'

const parts: SignedPart[] = ['Assertion', 'Response', 'both']
const signed = (part: SignedPart = 'Assertion') => signResponse(buildResponse(claims), idp, part)
const check = (xml: string | Buffer) => refusalOf(() => verifyResponse(xml, trust))

/** Replaces once and makes sure that it did. */
function changed(xml: string, from: string | RegExp, to: string): string {
  const out = xml.replace(from, () => to)
  if (out === xml) throw new Error(`nothing to replace: ${from}`)
  return out
}

describe('signature wrapping', () => {
  const names = { ...responseWrappers, ...assertionWrappers }
  const onAssertion = parts.filter((part) => part !== 'Response')
  const onResponse = parts.filter((part) => part !== 'Assertion')
  const cases = [
    ...Object.keys(responseWrappers).flatMap((name) =>
      onResponse.map((part) => [name, part] as const),
    ),
    ...Object.keys(assertionWrappers).flatMap((name) =>
      onAssertion.map((part) => [name, part] as const),
    ),
  ]

  test.each(cases)(
    '%s (signed: %s) is refused, under another ID and under the same',
    (name, part) => {
      const shape = names[name]!
      for (const id of ['_evil', '_response', '_assertion']) {
        const xml = wrapped(signed(part), shape, id)
        expect(xml).toContain('eva@example.com')
        expect(check(xml)).not.toBe('accepted')
      }
    },
  )

  test.each([
    ['XSW1', 'Response', 'message'],
    ['XSW2', 'Response', 'message'],
    ['XSW3', 'Assertion', 'oneAssertion'],
    ['XSW4', 'Assertion', 'oneAssertion'],
    ['XSW5', 'Assertion', 'oneAssertion'],
    ['XSW6', 'Assertion', 'oneAssertion'],
    ['XSW7', 'Assertion', 'oneAssertion'],
    ['XSW8', 'Assertion', 'oneAssertion'],
    ['the forged Assertion as a child', 'Assertion', 'oneAssertion'],
    ['the forged Assertion instead', 'Assertion', 'reference'],
  ] as const)('%s is refused by name', (start, part, expected) => {
    const [, shape] = Object.entries(names).find(([name]) => name.startsWith(start))!
    expect(check(wrapped(signed(part), shape, '_evil'))).toBe(expected)
  })

  test('a twin of the signed ID is refused by name', () => {
    const twin = changed(signed(), '<samlp:Status>', '<samlp:Status ID="_assertion">')
    expect(check(twin)).toBe('uniqueId')
  })
})

describe('XML that parsers disagree about', () => {
  const nameId = '>ana@example.com<'

  test.each<[what: string, xml: string, expected: SamlCheck]>([
    [
      'a comment in the NameID',
      changed(signed(), nameId, '>ana@example.com<!---->.evil.com<'),
      'comment',
    ],
    [
      'a comment in the DigestValue',
      changed(signed(), '<ds:DigestValue>', '<ds:DigestValue><!--AAAA-->'),
      'comment',
    ],
    [
      'a comment anywhere',
      changed(signed(), '<samlp:Status>', '<!-- hello --><samlp:Status>'),
      'comment',
    ],
    ['a comment after the end', `${signed()}<!-- end -->`, 'comment'],
    [
      'a processing instruction in the NameID',
      changed(signed(), nameId, '>ana@example.com<?x?>.evil.com<'),
      'processingInstruction',
    ],
    ['a DOCTYPE', `<!DOCTYPE samlp:Response>${signed()}`, 'doctype'],
    [
      'an entity of its own',
      changed(`<!DOCTYPE r [<!ENTITY e "eva@example.com">]>${signed()}`, nameId, '>&e;<'),
      'doctype',
    ],
    [
      'an entity that reads a file',
      `<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]>${signed()}`,
      'doctype',
    ],
    ['an undeclared entity', changed(signed(), nameId, '>&e;<'), 'wellFormed'],
    ['an element in the NameID', changed(signed(), nameId, '>ana<b/>@example.com<'), 'digest'],
    ['two roots', signed() + signed(), 'wellFormed'],
    ['text after the root', `${signed()}x`, 'wellFormed'],
    ['nothing', '', 'wellFormed'],
    ['an unclosed element', signed().slice(0, -1), 'wellFormed'],
    [
      'an attribute twice',
      changed(signed(), 'Version="2.0"', 'Version="2.0" Version="2.0"'),
      'wellFormed',
    ],
    [
      'an attribute twice by namespace',
      changed(
        signed(),
        '<samlp:Status>',
        '<samlp:Status xmlns:a="urn:x" xmlns:b="urn:x" a:i="" b:i="">',
      ),
      'wellFormed',
    ],
    [
      'an unbound prefix',
      changed(signed(), '<samlp:Status>', '<samlp:Status evil:x="">'),
      'wellFormed',
    ],
    [
      'a relative namespace URI',
      changed(signed(), '<samlp:Status>', '<samlp:Status xmlns:x="other">'),
      'wellFormed',
    ],
    [
      'a prefix bound to nothing',
      changed(signed(), '<samlp:Status>', '<samlp:Status xmlns:x="">'),
      'wellFormed',
    ],
    ['a control character', changed(signed(), nameId, '>ana\u0001<'), 'wellFormed'],
    ['a reference to a control character', changed(signed(), nameId, '>ana&#1;<'), 'wellFormed'],
    ['half a surrogate pair', changed(signed(), nameId, '>ana\uD800<'), 'encoding'],
    ['another encoding', `<?xml version="1.0" encoding="ISO-8859-1"?>${signed()}`, 'encoding'],
    ['UTF-7', `<?xml version="1.0" encoding="UTF-7"?>${signed()}`, 'encoding'],
    [
      'XML 1.1 with its control characters',
      changed(`<?xml version="1.1"?>${signed()}`, nameId, '>ana&#x1;<'),
      'wellFormed',
    ],
  ])('%s is refused', (_what, xml, expected) => {
    expect(check(xml)).toBe(expected)
  })

  test.each([
    ['UTF-16', Buffer.from(`\uFEFF${signed()}`, 'utf16le')],
    ['Latin-1', Buffer.from(changed(signed(), '>builders<', '>ñ<'), 'latin1')],
    [
      'an overlong sequence',
      Buffer.concat([Buffer.from('<a>'), Buffer.from([0xc0, 0xbc]), Buffer.from('</a>')]),
    ],
  ])('bytes in %s are refused', (_what, bytes) => {
    expect(check(bytes)).toBe('encoding')
  })

  test('CDATA is text to everybody: hashed and read alike', () => {
    const xml = changed(signed(), nameId, '><![CDATA[ana@example.com]]><')
    expect(verifyResponse(xml, trust).nameId).toBe('ana@example.com')
    expect(check(changed(signed(), nameId, '><![CDATA[eva@example.com]]><'))).toBe('digest')
  })
})

describe('names that only look right', () => {
  test.each<[what: string, xml: string, expected: SamlCheck]>([
    [
      'a Response of another namespace',
      changed(
        signed(),
        'xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"',
        'xmlns:samlp="urn:evil"',
      ),
      'message',
    ],
    [
      'an Assertion of SAML 1.1',
      signed().replaceAll(
        'urn:oasis:names:tc:SAML:2.0:assertion',
        'urn:oasis:names:tc:SAML:1.0:assertion',
      ),
      'oneAssertion',
    ],
    [
      'a Signature of another namespace',
      signed().replaceAll(signatureNs, 'urn:evil#'),
      'signaturePlace',
    ],
    [
      'a second Signature of another namespace',
      changed(signed(), '<saml:Subject>', '<x:Signature xmlns:x="urn:evil"/><saml:Subject>'),
      'signaturePlace',
    ],
    [
      'a Response in lower case',
      signed().replaceAll('samlp:Response', 'samlp:response'),
      'message',
    ],
    [
      'an ID with a prefix',
      changed(signed(), 'ID="_assertion"', 'xmlns:x="urn:x" x:ID="_assertion"'),
      'reference',
    ],
    [
      'two IDs, one with a prefix',
      changed(signed(), 'ID="_assertion"', 'ID="_other" xmlns:x="urn:x" x:ID="_assertion"'),
      'reference',
    ],
    ['an ID with a quote', signed().replaceAll('_assertion', "_a']|//*['"), 'reference'],
    [
      'an Issuer that goes on',
      changed(signed('Response'), '</saml:Issuer>', '.evil.com</saml:Issuer>'),
      'issuer',
    ],
    [
      'two Issuers',
      changed(
        signed('Response'),
        '<samlp:Status>',
        `<saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${claims.issuer}</saml:Issuer><samlp:Status>`,
      ),
      'issuer',
    ],
    ['another version', changed(signed(), 'Version="2.0"', 'Version="1.1"'), 'message'],
    ['no ID', changed(signed(), ' ID="_response"', ''), 'message'],
    ['no status', changed(signed(), /<samlp:Status>.*<\/samlp:Status>/, ''), 'status'],
    [
      'two statuses',
      changed(signed(), '<samlp:Status>', '<samlp:Status></samlp:Status><samlp:Status>'),
      'status',
    ],
  ])('%s is refused', (_what, xml, expected) => {
    expect(check(xml)).toBe(expected)
  })
})

describe('a Signature of another form', () => {
  const reference = signed().match(/<ds:Reference .*<\/ds:Reference>/)![0]
  const info = signed().match(/<ds:SignedInfo>.*<\/ds:SignedInfo>/)![0]
  const signature = signed().match(/<ds:Signature .*<\/ds:Signature>/)![0]

  test.each<[what: string, xml: string, expected: SamlCheck]>([
    [
      'two SignedInfo',
      changed(signed(), '<ds:SignedInfo>', `${info}<ds:SignedInfo>`),
      'signedInfo',
    ],
    [
      'two References',
      changed(signed(), '<ds:Reference ', `${reference}<ds:Reference `),
      'signedInfo',
    ],
    ['no Reference', changed(signed(), reference, ''), 'signedInfo'],
    [
      'an empty SignedInfo',
      changed(signed(), info, '<ds:SignedInfo></ds:SignedInfo>'),
      'signedInfo',
    ],
    [
      'two SignatureValues',
      changed(
        signed(),
        '<ds:SignatureValue>',
        '<ds:SignatureValue>AAAA</ds:SignatureValue><ds:SignatureValue>',
      ),
      'signedInfo',
    ],
    [
      'two DigestValues',
      changed(
        signed(),
        '<ds:DigestValue>',
        '<ds:DigestValue>AAAA</ds:DigestValue><ds:DigestValue>',
      ),
      'signedInfo',
    ],
    [
      'an Object',
      changed(signed(), '</ds:KeyInfo>', '</ds:KeyInfo><ds:Object></ds:Object>'),
      'signedInfo',
    ],
    [
      'a Manifest',
      changed(
        signed(),
        '</ds:KeyInfo>',
        '</ds:KeyInfo><ds:Object><ds:Manifest></ds:Manifest></ds:Object>',
      ),
      'signedInfo',
    ],
    [
      'an element in the DigestValue',
      changed(signed(), '<ds:DigestValue>', '<ds:DigestValue><x/>'),
      'signedInfo',
    ],
    [
      'a SignatureValue that is not base64',
      changed(signed(), /<ds:SignatureValue>.{4}/, '<ds:SignatureValue>!!!!'),
      'signedInfo',
    ],
    [
      'an empty SignatureValue',
      changed(signed(), /<ds:SignatureValue>[^<]*/, '<ds:SignatureValue>'),
      'signature',
    ],
    [
      'an empty DigestValue',
      changed(signed(), /<ds:DigestValue>[^<]*/, '<ds:DigestValue>'),
      'digest',
    ],
    ['two Signatures', changed(signed(), signature, signature + signature), 'signaturePlace'],
    [
      'a Signature in the Subject',
      changed(signed(), '<saml:Subject>', `<saml:Subject>${signature}`),
      'signaturePlace',
    ],
    [
      'a Signature in the Status',
      changed(signed(), '<samlp:Status>', `<samlp:Status>${signature}`),
      'signaturePlace',
    ],
    [
      'the Signature of the Assertion moved to the Response',
      changed(changed(signed(), signature, ''), '<samlp:Status>', `${signature}<samlp:Status>`),
      'reference',
    ],
    [
      'a Reference to the whole document',
      changed(signed(), 'URI="#_assertion"', 'URI=""'),
      'reference',
    ],
    [
      'a Reference to another element',
      changed(signed(), 'URI="#_assertion"', 'URI="#_response"'),
      'reference',
    ],
    [
      'a Reference by XPointer',
      changed(signed(), 'URI="#_assertion"', `URI="#xpointer(id('_assertion'))"`),
      'reference',
    ],
    [
      'a Reference to the network',
      changed(signed(), 'URI="#_assertion"', 'URI="http://evil.example/"'),
      'reference',
    ],
    ['a Reference without URI', changed(signed(), ' URI="#_assertion"', ''), 'reference'],
  ])('%s is refused', (_what, xml, expected) => {
    expect(check(xml)).toBe(expected)
  })

  const transform = (algorithm: string, content = '') =>
    `<ds:Transform Algorithm="${algorithm}">${content}</ds:Transform>`
  const both = transform(envelopedSignature) + transform(exclusiveC14n)

  test.each<[what: string, transforms: string, expected: SamlCheck]>([
    ['no transform', '', 'signedInfo'],
    ['only enveloped-signature', transform(envelopedSignature), 'signedInfo'],
    ['only canonicalisation', transform(exclusiveC14n), 'signedInfo'],
    [
      'them in the other order',
      transform(exclusiveC14n) + transform(envelopedSignature),
      'transforms',
    ],
    ['enveloped-signature twice', transform(envelopedSignature) + both, 'signedInfo'],
    [
      'inclusive canonicalisation',
      transform(envelopedSignature) + transform('http://www.w3.org/TR/2001/REC-xml-c14n-20010315'),
      'transforms',
    ],
    [
      'canonicalisation with comments',
      transform(envelopedSignature) +
        transform('http://www.w3.org/2001/10/xml-exc-c14n#WithComments'),
      'transforms',
    ],
    [
      'XPath',
      transform('http://www.w3.org/TR/1999/REC-xpath-19991116', '<ds:XPath>false()</ds:XPath>') +
        transform(exclusiveC14n),
      'transforms',
    ],
    [
      'XSLT',
      transform('http://www.w3.org/TR/1999/REC-xslt-19991116') + transform(exclusiveC14n),
      'transforms',
    ],
    [
      'a parameter of enveloped-signature',
      transform(envelopedSignature, '<ds:XPath></ds:XPath>') + transform(exclusiveC14n),
      'transforms',
    ],
    [
      'an unknown parameter of canonicalisation',
      transform(envelopedSignature) + transform(exclusiveC14n, '<ds:XPath></ds:XPath>'),
      'transforms',
    ],
    [
      'a PrefixList that is work without end',
      transform(envelopedSignature) +
        transform(
          exclusiveC14n,
          `<e:InclusiveNamespaces xmlns:e="${exclusiveC14n}" PrefixList="${'p '.repeat(21)}"></e:InclusiveNamespaces>`,
        ),
      'transforms',
    ],
  ])('%s is refused', (_what, transforms, expected) => {
    expect(check(changed(signed(), both, transforms))).toBe(expected)
  })
})

describe('algorithms', () => {
  /** Re-signs SignedInfo after a change to it, so that only the algorithm can be what is refused. */
  function resigned(change: (xml: string) => string, sign: (bytes: Buffer) => Buffer): string {
    const xml = change(signed())
    const info = descendants(parseXml(xml)).find((each) => each.local === 'SignedInfo')!
    const value = sign(Buffer.from(canonicalXml(info))).toString('base64')
    return changed(xml, /<ds:SignatureValue>[^<]*/, `<ds:SignatureValue>${value}`)
  }
  const privateKey = createPrivateKey(idp.privateKeyPem)
  const method = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'
  const digest = 'http://www.w3.org/2001/04/xmlenc#sha256'

  test('the same change with an allowed algorithm is accepted: RSA-SHA384', () => {
    const sha384 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha384'
    const xml = resigned(
      (each) => changed(each, method, sha384),
      (bytes) => signBytes('sha384', bytes, privateKey),
    )
    expect(check(xml)).toBe('accepted')
  })

  test('HMAC with the public certificate as its secret is refused', () => {
    const hmac = 'http://www.w3.org/2000/09/xmldsig#hmac-sha256'
    const xml = resigned(
      (each) => changed(each, method, hmac),
      (bytes) => createHmac('sha256', idp.certificatePem).update(bytes).digest(),
    )
    expect(check(xml)).toBe('algorithm')
  })

  test('RSA with SHA-1 is refused, well signed as it is', () => {
    const sha1 = 'http://www.w3.org/2000/09/xmldsig#rsa-sha1'
    const xml = resigned(
      (each) => changed(each, method, sha1),
      (bytes) => signBytes('sha1', bytes, privateKey),
    )
    expect(check(xml)).toBe('algorithm')
  })

  test('a digest by SHA-1 is refused, right as it is', () => {
    const body = canonicalXml(
      childrenNamed(
        parseXml(buildResponse(claims)),
        'urn:oasis:names:tc:SAML:2.0:assertion',
        'Assertion',
      )[0]!,
    )
    const value = createHash('sha1').update(body).digest('base64')
    const xml = resigned(
      (each) =>
        changed(
          changed(
            each,
            `DigestMethod Algorithm="${digest}"`,
            'DigestMethod Algorithm="http://www.w3.org/2000/09/xmldsig#sha1"',
          ),
          /<ds:DigestValue>[^<]*/,
          `<ds:DigestValue>${value}`,
        ),
      (bytes) => signBytes('sha256', bytes, privateKey),
    )
    expect(check(xml)).toBe('algorithm')
  })

  test.each([
    ['none', ''],
    ['an unknown one', 'urn:none'],
    ['one that objects inherit', 'constructor'],
    ['RSA-PSS', 'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1'],
  ])('a signature method that is %s is refused', (_what, name) => {
    const xml = resigned(
      (each) => changed(each, method, name),
      (bytes) => signBytes('sha256', bytes, privateKey),
    )
    expect(check(xml)).toBe('algorithm')
  })

  test('SignedInfo in another canonical form is refused', () => {
    const xml = resigned(
      (each) =>
        changed(
          each,
          `CanonicalizationMethod Algorithm="${exclusiveC14n}"`,
          'CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"',
        ),
      (bytes) => signBytes('sha256', bytes, privateKey),
    )
    expect(check(xml)).toBe('transforms')
  })

  test('a library that still signs with SHA-1 is refused', () => {
    const xml = signByXmlCrypto(buildResponse(claims), 'Assertion', idp, {
      signatureAlgorithm: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
    })
    expect(check(xml)).toBe('algorithm')
  })
})

describe('who signs', () => {
  test('an unsigned Assertion in a Response with a good signature of somebody else is refused', () => {
    expect(check(signResponse(buildResponse(claims), attacker, 'Response'))).toBe('signature')
  })

  test('of two signatures both must hold', () => {
    const inner = signResponse(buildResponse(claims), idp, 'Assertion')
    expect(check(signResponse(inner, attacker, 'Response'))).toBe('signature')
    const outer = signResponse(
      signResponse(buildResponse(claims), attacker, 'Assertion'),
      idp,
      'Response',
    )
    expect(check(outer)).toBe('signature')
  })

  test('without a configured certificate nothing is believed', () => {
    expect(refusalOf(() => verifyResponse(signed(), { ...trust, certificates: [] }))).toBe(
      'signature',
    )
  })

  test('a configured certificate that cannot be read is refused, not skipped', () => {
    const broken = { ...trust, certificates: ['AAAA', idp.certificatePem] }
    expect(refusalOf(() => verifyResponse(signed(), broken))).toBe('signature')
  })
})

describe('limits', () => {
  test.each<[what: string, xml: string]>([
    [
      'a document of more than 256 KiB',
      changed(signed(), '>builders<', `>${'x'.repeat(256 * 1024)}<`),
    ],
    [
      'a document of more than 4,000 elements',
      changed(signed(), '<saml:Subject>', `${'<x/>'.repeat(4001)}<saml:Subject>`),
    ],
    [
      'elements nested more than 64 deep',
      changed(signed(), '<saml:Subject>', `${'<x>'.repeat(65)}${'</x>'.repeat(65)}<saml:Subject>`),
    ],
    [
      'an element with more than 128 attributes',
      changed(
        signed(),
        '<saml:Subject>',
        `<saml:Subject ${Array.from({ length: 129 }, (_, i) => `a${i}=""`).join(' ')}>`,
      ),
    ],
    [
      'a namespace URI that canonical form would multiply',
      changed(signed(), '<saml:Subject>', `<saml:Subject xmlns:x="urn:${'x'.repeat(300)}">`),
    ],
  ])('%s is refused', (_what, xml) => {
    expect(check(xml)).toBe('size')
  })
})

describe('any change to a signed Response', () => {
  const original = Object.fromEntries(
    parts.map((part) => [part, { xml: signed(part), read: verifyResponse(signed(part), trust) }]),
  )
  const junk = fc.constantFrom(
    '<',
    '>',
    '&',
    '"',
    ' ',
    'x',
    '<!---->',
    '<x/>',
    '&#0;',
    '\u0000',
    '/',
    '=',
    'ID',
    '_response',
  )

  test('is refused or changes nothing that is read', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...parts),
        fc.array(
          fc.record({
            at: fc.nat(),
            length: fc.nat(40),
            put: fc.oneof(junk, fc.string({ maxLength: 5 })),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        (part, edits) => {
          const { xml, read } = original[part]!
          let edited = xml
          for (const { at, length, put } of edits) {
            const start = at % edited.length
            edited = edited.slice(0, start) + put + edited.slice(start + length)
          }
          let result: ReturnType<typeof verifyResponse>
          try {
            result = verifyResponse(edited, trust)
          } catch (error) {
            expect(error).toBeInstanceOf(SamlRefusal)
            return
          }
          // Only the Assertion is signed: what the Response around it says is known to be unproved.
          const unproved =
            part === 'Assertion'
              ? { responseId: '', destination: '', responseInResponseTo: '' }
              : {}
          expect({ ...result, ...unproved }).toEqual({ ...read, ...unproved })
        },
      ),
      { numRuns: 3000 },
    )
  })
})
