/** Values as XML, by shape: what we write, we read. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeAttribute, escapeText } from '#kernel/protocol/xml/escape.ts'
import { levelOf } from '#kernel/protocol/xml/level.ts'
import { readXml } from '#kernel/protocol/xml/read.ts'
import { parseXml } from '#kernel/protocol/xml/tree.ts'
import { writeXml } from '#kernel/protocol/xml/write.ts'
import { arbitraryStructure, xmlText } from '../fixture/arbitrary.ts'
import { apiOf, everyKind } from '../fixture/models.ts'
import { operationOf } from '../fixture/wire.ts'

const shapes = {
  ...everyKind,
  Grantee: {
    type: 'structure',
    ns: ['xsi', 'http://www.w3.org/2001/XMLSchema-instance'],
    members: { Type: { shape: 'string', name: 'xsi:type', attr: true }, ID: 'string' },
  },
  Out: { type: 'structure', members: { Node: 'Node', Grantee: 'Grantee' } },
} as const
const { output } = operationOf(apiOf('rest-xml', shapes), 'Do')

const compact = levelOf({ xmlDates: 'milliseconds', xmlLayout: 'compact' })
const indented = levelOf({ xmlDates: 'seconds', xmlLayout: 'indented' })
const write = (Node: object) => writeXml('Out', '', output, { Node }, compact)

describe('writeXml', () => {
  test.each([
    ['absent members are left out', { Text: undefined }, ''],
    ['null too', { Text: null }, ''],
    ['empty text is an element', { Text: '' }, '<Text></Text>'],
    ['dates with milliseconds', { At: new Date(0) }, '<At>1970-01-01T00:00:00.000Z</At>'],
    ['bytes in base64', { Bytes: Buffer.from('hi') }, '<Bytes>aGk=</Bytes>'],
    ['lists', { Names: ['a', 'b'] }, '<Names><member>a</member><member>b</member></Names>'],
    ['an empty list', { Names: [] }, '<Names/>'],
    ['flat lists', { FlatNames: ['a', 'b'] }, '<FlatName>a</FlatName><FlatName>b</FlatName>'],
    ['an empty flat list is nothing', { FlatNames: [] }, ''],
    [
      'maps',
      { Pairs: { k: { Text: 'v' } } },
      '<Pairs><entry><key>k</key><value><Text>v</Text></value></entry></Pairs>',
    ],
    [
      'flat maps',
      { FlatPairs: { k: 'v' } },
      '<FlatPairs><Name>k</Name><value>v</value></FlatPairs>',
    ],
    ['the order is the model’s', { Count: 1, Text: 'a' }, '<Text>a</Text><Count>1</Count>'],
  ])('%s', (_title, value, xml) => {
    expect(write(value)).toBe(xml === '' ? '<Out><Node/></Out>' : `<Out><Node>${xml}</Node></Out>`)
  })

  test('declares the namespace of an attribute where botocore keeps it: on the shape', () => {
    const xml = writeXml('Out', '', output, { Grantee: { Type: 'Group', ID: '<1>' } }, compact)
    const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    expect(xml).toBe(`<Out><Grantee ${xsi} xsi:type="Group"><ID>&lt;1&gt;</ID></Grantee></Out>`)
  })

  test('writes each element on a line of its own where the service does', () => {
    const value = { Node: { At: new Date(0), Names: ['a'], FlatNames: ['b'] } }
    expect(writeXml('Out', ' x="1"', output, value, indented).trimStart()).toBe(
      [
        '<Out x="1">',
        '  <Node>',
        '    <At>1970-01-01T00:00:00Z</At>',
        '    <Names>',
        '      <member>a</member>',
        '    </Names>',
        '    <FlatName>b</FlatName>',
        '  </Node>',
        '</Out>',
      ].join('\n'),
    )
  })

  test.each(['compact', 'indented'] as const)(
    '%s: what is written reads back the same',
    (xmlLayout) => {
      const level = levelOf({ xmlDates: 'milliseconds', xmlLayout })
      fc.assert(
        fc.property(arbitraryStructure(output, xmlText), (value) => {
          const xml = writeXml('Out', '', output, value, level)
          expect(readXml(output, parseXml(Buffer.from(xml)), 'refuse')).toEqual(value)
        }),
      )
    },
  )
})

describe('escaping', () => {
  test('text', () => {
    expect(escapeText('a<b>&"\'\r\n\t\u0001\u0085\u2028é')).toBe(
      "a&lt;b&gt;&amp;&quot;'&#xD;\n\t&#x1;&#x85;&#x2028;é",
    )
  })

  test('attributes keep their line ends and tabs', () => {
    expect(escapeAttribute('a\n\t"')).toBe('a&#xA;&#x9;&quot;')
  })
})
