import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseXml } from '#kernel/saml/parseXml.ts'
import { printDocument } from '#kernel/saml/printDocument.ts'
import { attribute, element, elements, textOf } from '#kernel/saml/xmlElement.ts'

const outer = 'urn:outer'
const inner = 'urn:inner'

describe('a printed document', () => {
  test('says each namespace where it is first used, has no XML declaration and keeps the order', async () => {
    const root = element('a:Root', outer, { z: '1', b: '2', absent: undefined }, [
      element('b:Child', inner, {}, [element('b:Leaf', inner), element('a:Leaf', outer)]),
      'text',
    ])
    expect(await printDocument(root)).toBe(
      '<a:Root xmlns:a="urn:outer" z="1" b="2"><b:Child xmlns:b="urn:inner"><b:Leaf/><a:Leaf/></b:Child>text</a:Root>',
    )
  })

  test.each([
    ['a value that looks like a reference', 'R&amp;D &lt; &#38; &copy; & &x'],
    ['white space that a reader would normalise', ' \t\n\r\r\n '],
    ['markup and quotes', `<a b="c">'d'</a> ]]> <!-- -->`],
    ['what a builder might take for a document of its own', '{"a":1}'],
  ])('carries %s', async (_what, value) => {
    expect(await carried(value)).toEqual({ attribute: value, text: value })
  })

  test('carries whatever XML can, in attributes and in text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: xmlChar, minLength: 1 }), async (value) => {
        expect(await carried(value)).toEqual({ attribute: value, text: value })
      }),
    )
  })
})

const xmlChar = fc.oneof(
  fc.constantFrom('&', 'amp;', '#13;', '#xD;', '<', '>', '"', "'", ']]>', '\t', '\n', '\r'),
  fc
    .string({ unit: 'binary', minLength: 1, maxLength: 1 })
    .filter((char) => /^[\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]$/u.test(char)),
)

/** The value as a reader finds it, from an attribute and from text. */
async function carried(value: string) {
  const root = element('a:Root', outer, { value }, [element('a:Child', outer, {}, [value])])
  const read = parseXml(await printDocument(root))
  return { attribute: attribute(read, 'value'), text: textOf(elements(read)[0]!, 'message') }
}
