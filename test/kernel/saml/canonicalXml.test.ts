import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalXml } from '#kernel/saml/canonicalXml.ts'
import { parseXml } from '#kernel/saml/parseXml.ts'
import { buildResponse } from '#kernel/saml/response.ts'
import { signResponse } from '#kernel/saml/sign.ts'
import { verifyResponse } from '#kernel/saml/verifyResponse.ts'
import { descendants } from '#kernel/saml/xmlElement.ts'
import { claims, idp, trust } from './samples.ts'
import { signByXmlCrypto, signedReferenceByXmlCrypto } from './xmlCrypto.ts'

const canonical = (xml: string) => canonicalXml(parseXml(xml))

/** The canonical form of one element inside a document. */
const canonicalOf = (xml: string, local: string, inclusivePrefixes: string[] = []) => {
  const found = descendants(parseXml(xml)).find((each) => each.local === local)
  return canonicalXml(found!, { inclusivePrefixes })
}

describe('Canonical XML', () => {
  test.each([
    ['start and end tags, even of empty elements', '<a/>', '<a></a>'],
    [
      'one space between attributes, in double quotes',
      "<a  x='1'\n y = '2'/>",
      '<a x="1" y="2"></a>',
    ],
    [
      'attributes in the order of their names',
      '<a b="2" a="1" B="3"/>',
      '<a B="3" a="1" b="2"></a>',
    ],
    [
      'attributes with a namespace after those without, by URI and then by name',
      '<r xmlns:b="urn:1" xmlns:a="urn:2" a:x="1" b:y="2" b:x="3" z="4"/>',
      '<r xmlns:a="urn:2" xmlns:b="urn:1" z="4" b:x="3" b:y="2" a:x="1"></r>',
    ],
    [
      'declared names by their prefixes',
      '<b:r xmlns:b="urn:b" xmlns="urn:d" xmlns:a="urn:a" a:x=""><e/></b:r>',
      '<b:r xmlns:a="urn:a" xmlns:b="urn:b" a:x=""><e xmlns="urn:d"></e></b:r>',
    ],
    [
      'text that needs it escaped',
      '<a>&lt;&gt;&amp;&quot;&apos;&#13;\t\n</a>',
      '<a>&lt;&gt;&amp;"\'&#xD;\t\n</a>',
    ],
    [
      'attributes that need it escaped',
      '<a x="&lt;>&amp;&quot;\'&#9;&#10;&#13;"/>',
      '<a x="&lt;>&amp;&quot;\'&#x9;&#xA;&#xD;"></a>',
    ],
    ['white space in attribute values normalised', '<a x="1\n2\t3"/>', '<a x="1 2 3"></a>'],
    ['CDATA as text', '<a>x<![CDATA[<y>&]]>z</a>', '<a>x&lt;y&gt;&amp;z</a>'],
    ['line ends as one line feed', '<a>1\r\n2\r3</a>', '<a>1\n2\n3</a>'],
    ['characters for references', '<a>&#x1F600;&#xF1;</a>', '<a>😀ñ</a>'],
    ['nothing of the XML declaration', '<?xml version="1.0" encoding="utf-8"?>\n<a/>\n', '<a></a>'],
    [
      'attributes in the order of code points, not of UTF-16',
      '<a \u{10000}="2" \uFA0E="1"/>',
      '<a \uFA0E="1" \u{10000}="2"></a>',
    ],
  ])('writes %s', (_what, xml, expected) => {
    expect(canonical(xml)).toBe(expected)
  })
})

describe('Exclusive Canonical XML', () => {
  test('declares a namespace where it is used, not where it was declared', () => {
    const xml = '<r xmlns:a="urn:a" xmlns:b="urn:b"><x><a:y/></x></r>'
    expect(canonical(xml)).toBe('<r><x><a:y xmlns:a="urn:a"></a:y></x></r>')
  })

  test('gives an element the same form wherever it hangs', () => {
    const inside = '<e:x xmlns:e="urn:e"><e:y z="1"/></e:x>'
    const moved = `<o xmlns="urn:o" xmlns:e="urn:other" xmlns:u="urn:u"><u:p>${inside}</u:p></o>`
    expect(canonicalOf(moved, 'x')).toBe(canonical(inside))
  })

  test('takes the default namespace back where an element has none', () => {
    const xml = '<a xmlns="urn:a"><b xmlns=""><c/></b><d/></a>'
    expect(canonical(xml)).toBe('<a xmlns="urn:a"><b xmlns=""><c></c></b><d></d></a>')
  })

  test('says a rebound prefix again', () => {
    const xml = '<p:a xmlns:p="urn:1"><p:b xmlns:p="urn:2"><p:c xmlns:p="urn:1"/></p:b></p:a>'
    expect(canonical(xml)).toBe(
      '<p:a xmlns:p="urn:1"><p:b xmlns:p="urn:2"><p:c xmlns:p="urn:1"></p:c></p:b></p:a>',
    )
  })

  test('leaves xml: attributes of ancestors out and writes own ones without a declaration', () => {
    const xml = '<a xml:lang="en"><b xml:space="preserve"/></a>'
    expect(canonicalOf(xml, 'b')).toBe('<b xml:space="preserve"></b>')
  })

  test('writes the prefixes of a PrefixList at the top, used or not', () => {
    const xml =
      '<r xmlns="urn:d" xmlns:xs="urn:xs" xmlns:q="urn:q"><p:x xmlns:p="urn:p"><p:y/></p:x></r>'
    expect(canonicalOf(xml, 'x', ['xs', ''])).toBe(
      '<p:x xmlns="urn:d" xmlns:p="urn:p" xmlns:xs="urn:xs"><p:y></p:y></p:x>',
    )
  })

  test('leaves the enveloped signature out', () => {
    const root = parseXml('<a>1<s>2</s>3</a>')
    expect(
      canonicalXml(root, { without: root.children.find((each) => typeof each !== 'string') }),
    ).toBe('<a>13</a>')
  })
})

/** Documents as an attacker, or an odd library, would write them: namespaces declared anywhere, rebound, undone. */
const prefixes = ['', 'a', 'b']
const uris = ['urn:1', 'urn:2', 'http://example.com/3']
const text = fc.string({
  unit: fc.constantFrom('x', '&amp;', '&lt;', '&#13;', '\n', '\t', ' ', 'ñ', '😀', '"'),
})

const xmlDocument: fc.Arbitrary<string> = fc.letrec<{ node: string; element: string }>((tie) => ({
  node: fc.oneof({ maxDepth: 4 }, text, tie('element')),
  element: fc
    .record({
      prefix: fc.constantFrom(...prefixes),
      name: fc.constantFrom('e', 'f'),
      uri: fc.constantFrom(...uris),
      extra: fc.option(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...uris)), {
        nil: undefined,
      }),
      undeclare: fc.boolean(),
      attribute: fc.option(
        fc.string({ unit: fc.constantFrom('v', '&#9;', '&#10;', '&quot;', '&lt;', '>') }),
        { nil: undefined },
      ),
      prefixed: fc.boolean(),
      children: fc.array(tie('node'), { maxLength: 3 }),
    })
    .map((parts) => elementText(parts)),
})).element

function elementText(parts: {
  prefix: string
  name: string
  uri: string
  extra: [string, string] | undefined
  undeclare: boolean
  attribute: string | undefined
  prefixed: boolean
  children: string[]
}): string {
  const { prefix, uri, extra, undeclare, attribute, prefixed, children } = parts
  const name = prefix === '' ? parts.name : `${prefix}:${parts.name}`
  const declared = new Map([[prefix, prefix === '' && undeclare ? '' : uri]])
  if (extra !== undefined && !declared.has(extra[0])) declared.set(...extra)
  const namespaces = [...declared].map(([p, u]) =>
    p === '' ? ` xmlns="${u}"` : ` xmlns:${p}="${u}"`,
  )
  const key = prefixed && prefix !== '' ? `${prefix}:k` : 'k'
  const attributes = attribute === undefined ? '' : ` ${key}="${attribute}"`
  return `<${name}${namespaces.join('')}${attributes}>${children.join('')}</${name}>`
}

describe('any document', () => {
  test('has a canonical form that is its own canonical form', () => {
    fc.assert(
      fc.property(xmlDocument, (xml) => {
        const once = canonical(xml)
        expect(canonical(once)).toBe(once)
      }),
      { numRuns: 500 },
    )
  })

  test('has the canonical form that xml-crypto gives it', () => {
    const place = '<saml:Subject>'
    fc.assert(
      fc.property(xmlDocument, (xml) => {
        const holder = buildResponse(claims).replace(
          place,
          () => `<saml:Advice>${xml}</saml:Advice>${place}`,
        )
        const signed = signResponse(holder, idp, 'Assertion')
        const theirs = signedReferenceByXmlCrypto(signed, '_assertion', idp)
        const ours = canonicalOf(holder, 'Assertion')
        expect(theirs).toBe(ours)
      }),
      { numRuns: 100 },
    )
  })

  test('is accepted by us when xml-crypto signed it as it was written', () => {
    const place = '<saml:Subject>'
    fc.assert(
      fc.property(xmlDocument, (xml) => {
        const holder = buildResponse(claims).replace(
          place,
          () => `<saml:Advice>${xml}</saml:Advice>${place}`,
        )
        const signed = signByXmlCrypto(holder, 'Assertion', idp)
        expect(verifyResponse(signed, trust).nameId).toBe(claims.nameId)
      }),
      { numRuns: 100 },
    )
  })
})
