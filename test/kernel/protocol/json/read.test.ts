/** Values out of JSON, and back. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadValue } from '#kernel/protocol/badValue.ts'
import { readJson } from '#kernel/protocol/json/read.ts'
import { writeJson } from '#kernel/protocol/json/write.ts'
import { arbitraryStructure } from '../fixture/arbitrary.ts'
import { apiOf, everyKind } from '../fixture/models.ts'
import { operationOf } from '../fixture/wire.ts'

const shapes = { ...everyKind, In: everyKind['Node']! }
const { input } = operationOf(apiOf('json', shapes), 'Do')
const read = (text: string) => readJson(input, Buffer.from(text))

describe('readJson', () => {
  test.each([
    [
      'scalars',
      '{"Text":"a","Flag":false,"Count":-7,"Big":9007199254740991,"Ratio":0.5}',
      { Text: 'a', Flag: false, Count: -7, Big: 9007199254740991, Ratio: 0.5 },
    ],
    [
      'dates are epoch seconds',
      '{"At":1795534235.5}',
      { At: new Date('2026-11-24T15:30:35.500Z') },
    ],
    ['bytes are base64', '{"Bytes":"aGk="}', { Bytes: Buffer.from('hi') }],
    [
      'lists, also flat ones',
      '{"Names":["a"],"FlatName":["b"]}',
      { Names: ['a'], FlatNames: ['b'] },
    ],
    ['maps', '{"Pairs":{"k":{"Text":"v"}}}', { Pairs: { k: { Text: 'v' } } }],
    ['null is absent', '{"Text":null,"Pairs":{"k":null}}', { Pairs: {} }],
    ['unknown names are ignored', '{"Other":{"deep":[1]},"Text":"a"}', { Text: 'a' }],
    ['an empty body is an empty object', '', {}],
  ])('%s', (_title, text, value) => {
    expect(read(text)).toEqual(value)
  })

  test.each([
    ['what is no JSON', '{'],
    ['a list', '[]'],
    ['a bare value', '"a"'],
    ['null', 'null'],
    ['a number for a text', '{"Text":1}'],
    ['a text for a number', '{"Count":"1"}'],
    ['a fraction for an integer', '{"Count":1.5}'],
    ['an integer that Java has no room for', '{"Count":2147483648}'],
    ['a text for a boolean', '{"Flag":"true"}'],
    ['an object for a list', '{"Names":{}}'],
    ['a list for a structure', '{"Child":[]}'],
    ['null in a list', '{"Names":[null]}'],
    ['base64 that is none', '{"Bytes":"a"}'],
  ])('refuses %s', (_title, text) => {
    expect(() => read(text)).toThrow(BadValue)
  })

  test('says what Coral’s parser says', () => {
    expect(() => read('{"Text":1}')).toThrow('NUMBER_VALUE can not be converted to a String')
  })

  test('goes 32 levels into a shape and not one more', () => {
    const nested = (depth: number) => `${'{"Child":'.repeat(depth - 1)}{}${'}'.repeat(depth - 1)}`
    expect(read(nested(32))).toHaveProperty('Child')
    expect(() => read(nested(33))).toThrow(/more than 32 levels/)
  })

  test('depth that no shape asks for costs nothing', () => {
    const depth = 100_000
    expect(read(`{"Other":${'['.repeat(depth)}${']'.repeat(depth)}}`)).toEqual({})
  })

  test('__proto__ is a name like any other', () => {
    expect(read('{"__proto__":{"Text":"a"}}')).toEqual({})
    const { Pairs } = read('{"Pairs":{"__proto__":{"Text":"a"}}}')
    expect(Object.keys(Pairs as object)).toEqual(['__proto__'])
  })

  test('reads what writeJson writes', () => {
    fc.assert(
      fc.property(arbitraryStructure(input, fc.string({ unit: 'grapheme' })), (value) => {
        expect(read(writeJson(input, value))).toEqual(value)
      }),
    )
  })

  test('throws nothing but BadValue', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.json(), fc.string()),
        fc.constantFrom(...memberNames),
        (json, name) => {
          try {
            read(json)
            read(`{"${name}":${json}}`)
          } catch (error) {
            expect(error).toBeInstanceOf(BadValue)
          }
        },
      ),
    )
  })
})

const memberNames = input.members.map(({ wire }) => wire)
