/** Values out of XML, by shape. */
import { describe, expect, test } from 'vitest'
import { BadValue } from '#kernel/protocol/badValue.ts'
import { readXml, type Unknowns } from '#kernel/protocol/xml/read.ts'
import { parseXml } from '#kernel/protocol/xml/tree.ts'
import { apiOf, everyKind } from '../fixture/models.ts'
import { operationOf } from '../fixture/wire.ts'

const grantee = {
  Grantee: {
    type: 'structure',
    ns: ['xsi', 'http://www.w3.org/2001/XMLSchema-instance'],
    members: { Type: { shape: 'string', name: 'xsi:type', attr: true }, ID: 'string' },
  },
} as const

const shapes = {
  ...everyKind,
  ...grantee,
  In: {
    type: 'structure',
    members: { Node: 'Node', Grantee: 'Grantee', Names: 'Names' },
  },
} as const
const { input } = operationOf(apiOf('rest-xml', shapes), 'Do')

const read = (xml: string, unknowns: Unknowns = 'refuse') =>
  readXml(input, parseXml(Buffer.from(`<In>${xml}</In>`)), unknowns)

describe('readXml', () => {
  test.each([
    ['text is kept as it is', '<Text> a\n</Text>', { Text: ' a\n' }],
    ['an empty element is an empty text', '<Text/>', { Text: '' }],
    ['booleans', '<Flag>true</Flag>', { Flag: true }],
    ['numbers', '<Count>-5</Count><Ratio>1.5e3</Ratio>', { Count: -5, Ratio: 1500 }],
    ['dates', '<At>2026-11-24T15:30:35Z</At>', { At: new Date('2026-11-24T15:30:35Z') }],
    ['bytes', '<Bytes>aGk=</Bytes>', { Bytes: Buffer.from('hi') }],
    ['lists', '<Names><member>a</member><member>b</member></Names>', { Names: ['a', 'b'] }],
    ['an empty list', '<Names/>', { Names: [] }],
    [
      'flat lists',
      '<FlatName>a</FlatName><Text>x</Text><FlatName>b</FlatName>',
      { FlatNames: ['a', 'b'], Text: 'x' },
    ],
    [
      'lists of structures',
      '<Nodes><item><Text>a</Text></item><item/></Nodes>',
      { Nodes: [{ Text: 'a' }, {}] },
    ],
    [
      'maps',
      '<Pairs><entry><key>k</key><value><Text>v</Text></value></entry></Pairs>',
      { Pairs: { k: { Text: 'v' } } },
    ],
    [
      'flat maps',
      '<FlatPairs><Name>k</Name><value>v</value></FlatPairs>',
      { FlatPairs: { k: 'v' } },
    ],
    [
      'shapes in themselves',
      '<Child><Child><Text>a</Text></Child></Child>',
      { Child: { Child: { Text: 'a' } } },
    ],
  ])('%s', (_title, xml, value) => {
    expect(read(`<Node>${xml}</Node>`)).toEqual({ Node: value })
  })

  test('attributes go by their qualified name', () => {
    const xml = '<Grantee xmlns:xsi="u" xsi:type="CanonicalUser"><ID>1</ID></Grantee>'
    expect(read(xml)).toEqual({ Grantee: { Type: 'CanonicalUser', ID: '1' } })
  })

  test('a map key is data: __proto__ changes nothing', () => {
    const xml = '<Node><FlatPairs><Name>__proto__</Name><value>v</value></FlatPairs></Node>'
    const { FlatPairs } = read(xml)['Node'] as { FlatPairs: object }
    expect(Object.keys(FlatPairs)).toEqual(['__proto__'])
  })

  describe.each([
    ['an unknown element', '<Other/>'],
    ['an element twice', '<Names/><Names/>'],
    ['text between elements', 'x<Names/>'],
    ['an unknown list item', '<Names><item>a</item></Names>'],
    ['a map entry without key', '<Node><Pairs><entry><value/></entry></Pairs></Node>'],
  ])('%s', (_title, xml) => {
    test('is refused by a service', () => {
      expect(() => read(xml)).toThrow(BadValue)
    })
    test('is ignored by a client', () => {
      expect(() => read(xml, 'ignore')).not.toThrow()
    })
  })

  test.each([
    ['a text where a number is due', '<Count>five</Count>'],
    ['an integer that Java has no room for', '<Count>2147483648</Count>'],
    ['a boolean in capitals', '<Flag>TRUE</Flag>'],
    ['a day that does not exist', '<At>2026-02-30T00:00:00Z</At>'],
    ['bytes that are not base64', '<Bytes>a*b=</Bytes>'],
    ['parts where a value is due', '<Text><b/></Text>'],
  ])('%s is refused, whoever reads', (_title, xml) => {
    expect(() => read(`<Node>${xml}</Node>`, 'ignore')).toThrow(BadValue)
  })
})
