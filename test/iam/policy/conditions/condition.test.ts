// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables
import { describe, expect, test } from 'vitest'
import { compileCondition, matchCondition } from '#iam/policy/conditions/condition.ts'
import { operators } from '#iam/policy/conditions/index.ts'
import {
  type OperatorReference,
  operatorReference,
} from '#iam/policy/conditions/operatorReference.ts'
import { requestContext } from '#iam/policy/requestContext.ts'
import { ABSENT, holds } from './holds.ts'

describe('operators', () => {
  test('are those of the IAM user guide, each under its own name', () => {
    expect([...operators.keys()].toSorted()).toEqual([
      'ArnEquals',
      'ArnLike',
      'ArnNotEquals',
      'ArnNotLike',
      'BinaryEquals',
      'Bool',
      'DateEquals',
      'DateGreaterThan',
      'DateGreaterThanEquals',
      'DateLessThan',
      'DateLessThanEquals',
      'DateNotEquals',
      'IpAddress',
      'NotIpAddress',
      'Null',
      'NumericEquals',
      'NumericGreaterThan',
      'NumericGreaterThanEquals',
      'NumericLessThan',
      'NumericLessThanEquals',
      'NumericNotEquals',
      'StringEquals',
      'StringEqualsIgnoreCase',
      'StringLike',
      'StringNotEquals',
      'StringNotEqualsIgnoreCase',
      'StringNotLike',
    ])
  })

  test.each([
    'stringEquals',
    'STRINGEQUALS',
    'StringEqualsIfexists',
    'IfExists',
    'ForAllValues',
    'ForAllValues:',
    'ForAnyValue::StringEquals',
    'ForAnyValues:StringEquals',
    'forAnyValue:StringEquals',
    'single:StringEquals',
    'ForAnyValue:ForAllValues:StringEquals',
    'StringEqualsIfExistsIfExists',
    'StringIs',
    'constructor',
    '',
  ])('%j is none', (name) => {
    expect(operatorReference(name)).toBeUndefined()
  })
})

describe('IfExists', () => {
  test.each([...operators.keys()].filter((name) => name !== 'Null'))(
    '%sIfExists holds where the key is absent',
    (name) => {
      expect(holds(`${name}IfExists`, 'x', ABSENT)).toBe(true)
    },
  )

  test('asks as ever where the key is there', () => {
    expect(holds('StringEqualsIfExists', 'blue', 'blue')).toBe(true)
    expect(holds('StringEqualsIfExists', 'blue', 'red')).toBe(false)
    expect(holds('StringNotEqualsIfExists', 'blue', 'blue')).toBe(false)
  })
})

describe('ForAllValues', () => {
  test.each([
    ['ForAllValues:StringEquals', ['a', 'b'], ['a'], true],
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b'], true],
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], false],
    ['ForAllValues:StringEquals', ['a'], ABSENT, true],
    ['ForAllValues:StringEquals', ['a'], [], true],
    ['ForAllValues:StringEquals', ['a'], [''], true],
    ['ForAllValues:StringEquals', ['a'], ['', 'a'], false],
    ['ForAllValues:StringEquals', [], ['a'], false],
    ['ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'd'], true],
    ['ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'a'], false],
    ['ForAllValues:StringNotEquals', ['a'], ABSENT, true],
    ['ForAllValues:NumericLessThan', ['5'], ['1', '4'], true],
    ['ForAllValues:NumericLessThan', ['5'], ['1', '6'], false],
    ['ForAllValues:StringEqualsIfExists', ['a'], ABSENT, true],
  ] as const)('%s %j of %j is %j', (operator, wanted, got, expected) => {
    expect(holds(operator, wanted, got)).toBe(expected)
  })
})

describe('ForAnyValue', () => {
  test.each([
    ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'b'], true],
    ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'd'], false],
    ['ForAnyValue:StringEquals', ['a'], ABSENT, false],
    ['ForAnyValue:StringEquals', ['a'], [], false],
    ['ForAnyValue:StringEquals', [''], [''], false],
    ['ForAnyValue:StringNotEquals', ['a', 'b'], ['a', 'c'], true],
    ['ForAnyValue:StringNotEquals', ['a', 'b'], ['a', 'b'], false],
    ['ForAnyValue:StringNotEquals', ['a'], ABSENT, false],
    ['ForAnyValue:StringLike', ['o-1/*'], ['o-2/r-1/', 'o-1/r-1/'], true],
    ['ForAnyValue:StringEqualsIfExists', ['a'], ABSENT, true],
    ['ForAnyValue:StringEqualsIfExists', ['a'], ['b'], false],
  ] as const)('%s %j of %j is %j', (operator, wanted, got, expected) => {
    expect(holds(operator, wanted, got)).toBe(expected)
  })
})

describe('a key with several values and an operator that compares one', () => {
  test('matches where any does; negated, where none does', () => {
    expect(holds('StringEquals', 'a', ['a', 'b'])).toBe(true)
    expect(holds('StringNotEquals', 'a', ['a', 'b'])).toBe(false)
    expect(holds('StringNotEquals', 'a', ['b', 'c'])).toBe(true)
  })
})

describe('the explanation of a condition', () => {
  const reference = (name: string) => operatorReference(name) as OperatorReference

  test('shows variables resolved, and what the request brought', () => {
    const condition = compileCondition(
      reference('StringLike'),
      's3:prefix',
      ['home/${aws:username}/*'],
      '2012-10-17',
    )
    const context = requestContext(() => [
      ['aws:username', ['ana']],
      ['s3:prefix', ['home/eva/']],
    ])
    expect(matchCondition(condition, context)).toEqual({
      element: 'condition',
      matched: false,
      key: 'conditionFails',
      operator: 'StringLike',
      contextKey: 's3:prefix',
      wanted: ['home/ana/*'],
      written: ['home/${aws:username}/*'],
      got: ['home/eva/'],
    })
  })

  test('says where the key is absent, and whether that was enough', () => {
    const absent = requestContext(() => [])
    const positive = compileCondition(
      reference('Bool'),
      'aws:SecureTransport',
      ['true'],
      '2012-10-17',
    )
    expect(matchCondition(positive, absent)).toMatchObject({
      matched: false,
      key: 'contextKeyAbsent',
    })
    const ifExists = compileCondition(
      reference('BoolIfExists'),
      'aws:SecureTransport',
      ['true'],
      '2012-10-17',
    )
    expect(matchCondition(ifExists, absent)).toMatchObject({
      matched: true,
      key: 'contextKeyAbsentHolds',
    })
    expect(matchCondition(ifExists, absent)).not.toHaveProperty('got')
  })

  test('shows a variable that has no value as it is written', () => {
    const condition = compileCondition(
      reference('StringEquals'),
      'a:b',
      ['${aws:username}'],
      '2012-10-17',
    )
    expect(
      matchCondition(
        condition,
        requestContext(() => [['a:b', ['x']]]),
      ).wanted,
    ).toEqual(['${aws:username}'])
  })
})
