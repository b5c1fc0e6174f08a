/** Dotted names into structures: awsQuery and ec2Query. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadValue } from '#kernel/protocol/badValue.ts'
import { readForm } from '#kernel/protocol/form.ts'
import { readQuery } from '#kernel/protocol/query/read.ts'
import { writeQuery } from '#kernel/protocol/query/write.ts'
import { arbitraryStructure } from '../fixture/arbitrary.ts'
import { apiOf, everyKind } from '../fixture/models.ts'
import { operationOf } from '../fixture/wire.ts'

const shapes = { ...everyKind, In: everyKind['Node']! }
const { input } = operationOf(apiOf('query', shapes), 'Do')
const ec2 = operationOf(
  apiOf('ec2', {
    In: {
      type: 'structure',
      members: {
        Groups: { shape: 'Groups', name: 'groupSet' },
        Addresses: { shape: 'Groups', name: 'ipv6AddressesSet', queryName: 'Ipv6Addresses' },
        DryRun: { shape: 'boolean', name: 'dryRun' },
      },
    },
    Groups: { type: 'list', of: { shape: 'Group', name: 'item' } },
    Group: { type: 'structure', members: { FromPort: { shape: 'integer', name: 'fromPort' } } },
  }),
  'Do',
).input

const read = (text: string, structure = input) => readQuery(structure, readForm(text))

describe('readQuery', () => {
  test.each([
    ['scalars', 'Text=a+b&Flag=true&Count=7', { Text: 'a b', Flag: true, Count: 7 }],
    ['dates', 'At=2026-11-24T15%3A30%3A35Z', { At: new Date('2026-11-24T15:30:35Z') }],
    ['lists', 'Names.member.1=a&Names.member.2=b', { Names: ['a', 'b'] }],
    [
      'a list counts by its numbers',
      'Names.member.10=c&Names.member.2=b&Names.member.1=a',
      { Names: ['a', 'b', 'c'] },
    ],
    ['an empty list is a bare name', 'Names=', { Names: [] }],
    ['flat lists', 'FlatName.1=a&FlatName.2=b', { FlatNames: ['a', 'b'] }],
    [
      'lists of structures',
      'Nodes.item.1.Text=a&Nodes.item.1.Count=1&Nodes.item.2.Text=b',
      { Nodes: [{ Text: 'a', Count: 1 }, { Text: 'b' }] },
    ],
    ['structures in structures', 'Child.Child.Text=a', { Child: { Child: { Text: 'a' } } }],
    ['maps', 'Pairs.entry.1.key=k&Pairs.entry.1.value.Text=v', { Pairs: { k: { Text: 'v' } } }],
    ['flat maps', 'FlatPairs.1.Name=k&FlatPairs.1.value=v', { FlatPairs: { k: 'v' } }],
    [
      'what the shape does not know is left alone',
      'Action=Do&Version=1&Other.1.x=2&Text=a',
      { Text: 'a' },
    ],
    ['of a repeated name the first counts', 'Text=a&Text=b', { Text: 'a' }],
    ['nothing', '', {}],
  ])('%s', (_title, text, value) => {
    expect(read(text)).toEqual(value)
  })

  test.each([
    [
      'lists have no level of their own, names are capitalised',
      'GroupSet.1.FromPort=22&GroupSet.2.FromPort=80&DryRun=true',
      { Groups: [{ FromPort: 22 }, { FromPort: 80 }], DryRun: true },
    ],
    ['queryName wins', 'Ipv6Addresses.1.FromPort=1', { Addresses: [{ FromPort: 1 }] }],
  ])('EC2: %s', (_title, text, value) => {
    expect(read(text, ec2)).toEqual(value)
  })

  test.each([
    ['a value where a list starts', 'Names=a'],
    ['a list where a value is due', 'Text.member.1=a'],
    ['an index that is no number', 'Names.member.x=a'],
    ['index zero', 'Names.member.0=a'],
    ['an index beyond all reason', 'Names.member.99999999=a'],
    ['a word for a number', 'Count=seven'],
    ['a number that Java has no room for', 'Count=99999999999'],
    ['a word for a boolean', 'Flag=yes'],
    ['a map entry without key', 'Pairs.entry.1.value.Text=v'],
    ['a name deeper than any shape', `Child${'.Child'.repeat(24)}.Text=a`],
  ])('refuses %s', (_title, text) => {
    expect(() => read(text)).toThrow(BadValue)
  })

  test.each([
    '__proto__.x=1&Text=a',
    'constructor.prototype.x=1&Text=a',
    'Names.__proto__.1=x&Text=a&Names.member.1=b',
    'Pairs.entry.1.key=__proto__&Pairs.entry.1.value.Text=v&Text=a',
  ])('%s is inert', (text) => {
    expect(read(text)['Text']).toBe('a')
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
    expect(Object.getPrototypeOf(read('__proto__=1'))).toBe(Object.prototype)
  })

  test('reads what writeQuery writes', () => {
    const text = fc.string({ unit: 'grapheme' })
    fc.assert(
      fc.property(arbitraryStructure(input, text), (value) => {
        const pairs = writeQuery(input, withoutTraceless(value))
        expect(read(pairs.join('&'))).toEqual(withoutTraceless(value))
      }),
    )
  })

  test('throws nothing but BadValue', () => {
    const name = fc.constantFrom(
      'Names',
      'member',
      '1',
      '0',
      'Child',
      'Pairs',
      'entry',
      'key',
      'value',
      'Text',
      '__proto__',
      '',
    )
    const pair = fc.tuple(fc.array(name, { maxLength: 30 }), fc.string())
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        try {
          readQuery(
            input,
            pairs.map(([parts, value]) => [parts.join('.'), value]),
          )
        } catch (error) {
          expect(error).toBeInstanceOf(BadValue)
        }
      }),
    )
  })
})

/** A form cannot say "an empty structure", nor "a list of lists that are empty": nothing would be written. */
function withoutTraceless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTraceless).filter((item) => !isEmpty(item))
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Date || value instanceof Uint8Array) return value
  const entries = Object.entries(value).map(([key, item]) => [key, withoutTraceless(item)] as const)
  return Object.fromEntries(entries.filter(([, item]) => !isEmpty(item)))
}

function isEmpty(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (value instanceof Date || value instanceof Uint8Array || Array.isArray(value)) return false
  return Object.keys(value).length === 0
}
