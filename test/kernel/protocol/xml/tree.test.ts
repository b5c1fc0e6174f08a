/** What of XML we read, and what is refused before any shape is asked. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadValue } from '#kernel/protocol/badValue.ts'
import { parseXml } from '#kernel/protocol/xml/tree.ts'

const parse = (text: string) => parseXml(Buffer.from(text))

describe('parseXml', () => {
  test('goes by local names and keeps text as it is', () => {
    const root = parse(
      '<?xml version="1.0"?><s3:A xmlns:s3="u" x="1"> a<b/>&lt;<![CDATA[<c>]]></s3:A>',
    )
    expect(root).toMatchObject({ name: 'A', text: ' a<<c>', children: [{ name: 'b', text: '' }] })
    expect(root.attributes['x']).toBe('1')
  })

  test('takes a byte-order mark, comments and processing instructions', () => {
    expect(parse('\ufeff<a><!-- <b/> --><?php x?>t</a>')).toMatchObject({ text: 't', children: [] })
  })

  test.each([
    ['a document type', '<!DOCTYPE a><a/>'],
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['an entity that nobody declared', '<a>&x;</a>'],
    ['wrong nesting', '<a><b></a></b>'],
    ['an element left open', '<a><b></b>'],
    ['a second root', '<a/><b/>'],
    ['text outside', 'x<a/>'],
    ['an empty body', ''],
    ['white space alone', '  \n'],
    ['what is no XML', '{"a": 1}'],
    ['a control character', '<a>\u0001</a>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
  ])('refuses %s', (_title, text) => {
    expect(() => parse(text)).toThrow(BadValue)
  })

  test('refuses bytes that are not UTF-8', () => {
    expect(() => parseXml(Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0x3c]))).toThrow(/not UTF-8/)
  })

  test('goes 32 levels deep and not one more', () => {
    const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth)
    expect(parse(nested(32)).name).toBe('a')
    expect(() => parse(nested(33))).toThrow(/more than 32 levels/)
  })

  test('takes 100,000 elements and not one more', () => {
    expect(parse(`<r>${'<a/>'.repeat(99_999)}</r>`).children).toHaveLength(99_999)
    expect(() => parse(`<r>${'<a/>'.repeat(100_000)}</r>`)).toThrow(/more than 100000 elements/)
  })

  test('names of the language are names like any other', () => {
    const root = parse('<a __proto__="1" constructor="2"><__proto__>x</__proto__></a>')
    expect(Object.keys(root.attributes).sort()).toEqual(['__proto__', 'constructor'])
    expect(root.children[0]).toMatchObject({ name: '__proto__', text: 'x' })
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })

  test('never throws anything but BadValue', () => {
    const pieces = fc.constantFrom(
      '<a>',
      '</a>',
      '<a',
      '>',
      '&',
      ';',
      '"',
      "'",
      '<!',
      '<?',
      ']]>',
      '\u0000',
    )
    const text = fc.array(fc.oneof(pieces, fc.string())).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (xml) => {
        try {
          parse(xml)
        } catch (error) {
          expect(error).toBeInstanceOf(BadValue)
        }
      }),
    )
  })
})
