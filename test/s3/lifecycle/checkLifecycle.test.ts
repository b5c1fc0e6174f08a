import { describe, expect, test } from 'vitest'
import { checkLifecycle } from '#s3/lifecycle/checkLifecycle.ts'
import type { LifecycleRule } from '#s3/model/shapes.ts'

const rule = (more: Partial<LifecycleRule> = {}): LifecycleRule => ({
  Status: 'Enabled',
  Filter: {},
  Expiration: { Days: 30 },
  ...more,
})
const refusal = (...rules: LifecycleRule[]) => {
  try {
    checkLifecycle(rules)
    return undefined
  } catch (error) {
    const { code, message } = error as { code: string; message: string }
    return code === 'MalformedXML' ? code : `${code}: ${message}`
  }
}
const midnight = new Date('2026-12-01T00:00:00Z')

describe('a lifecycle', () => {
  test.each<[string, LifecycleRule]>([
    ['an empty filter', rule()],
    ['a prefix of 2006', { Status: 'Enabled', Prefix: 'a/', Expiration: { Days: 1 } }],
    ['a filter of two parts', rule({ Filter: { And: { Prefix: 'a', ObjectSizeGreaterThan: 1 } } })],
    ['a date at midnight', rule({ Expiration: { Date: midnight } })],
    ['a transition at once', rule({ Transitions: [{ Days: 0, StorageClass: 'GLACIER' }] })],
    [
      'the end of uploads alone',
      rule({ Expiration: undefined, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } }),
    ],
  ])('may have %s', (_, one) => expect(refusal(one)).toBeUndefined())

  test.each<[string, string, LifecycleRule]>([
    ['neither filter nor prefix', 'MalformedXML', rule({ Filter: undefined })],
    ['both', 'MalformedXML', rule({ Prefix: 'a' })],
    [
      'two parts of a filter without And',
      'MalformedXML',
      rule({ Filter: { Prefix: 'a', ObjectSizeGreaterThan: 1 } }),
    ],
    ['one part in And', 'MalformedXML', rule({ Filter: { And: { Prefix: 'a' } } })],
    [
      'no action',
      'InvalidRequest: At least one action needs to be specified in a rule',
      rule({ Expiration: undefined }),
    ],
    ['an expiration of nothing', 'MalformedXML', rule({ Expiration: {} })],
    ['days and a date', 'MalformedXML', rule({ Expiration: { Days: 1, Date: midnight } })],
    [
      'no days',
      "InvalidArgument: 'Days' for Expiration action must be a positive integer",
      rule({ Expiration: { Days: 0 } }),
    ],
    [
      'a date in the morning',
      "InvalidArgument: 'Date' must be at midnight GMT",
      rule({ Expiration: { Date: new Date('2026-12-01T08:00:00Z') } }),
    ],
    ['a transition to nowhere', 'MalformedXML', rule({ Transitions: [{ Days: 1 }] })],
    [
      'rare access too early',
      "InvalidArgument: 'Days' in Transition action must be greater than or equal to 30 for storageClass 'STANDARD_IA'",
      rule({ Expiration: { Days: 90 }, Transitions: [{ Days: 29, StorageClass: 'STANDARD_IA' }] }),
    ],
    [
      'a transition after the end',
      "InvalidArgument: 'Days' in the Expiration action for filter '(prefix=a/)' must be greater than 'Days' in the Transition action",
      rule({ Filter: { Prefix: 'a/' }, Transitions: [{ Days: 30, StorageClass: 'GLACIER' }] }),
    ],
    [
      'days here and dates there',
      "InvalidRequest: Found mixed 'Date' and 'Days' based Expiration and Transition actions in lifecycle rule for prefix ''",
      rule({ Transitions: [{ Date: midnight, StorageClass: 'GLACIER' }] }),
    ],
    [
      'the end of tagged uploads',
      'InvalidRequest: AbortIncompleteMultipartUpload cannot be specified with Tags.',
      rule({
        Filter: { Tag: { Key: 'a', Value: 'b' } },
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
      }),
    ],
    [
      'a long id',
      'InvalidArgument: ID length should not exceed allowed limit of 255',
      rule({ ID: 'a'.repeat(256) }),
    ],
  ])('may not have %s', (_, expected, one) => expect(refusal(one)).toBe(expected))

  test('may not have one id twice', () => {
    expect(refusal(rule({ ID: 'a' }), rule({ ID: 'a' }))).toBe(
      'InvalidArgument: Rule ID must be unique. Found same ID for one or more rules',
    )
  })

  test('may have a thousand rules', () => {
    expect(refusal(...Array.from({ length: 1000 }, () => rule()))).toBeUndefined()
    expect(refusal(...Array.from({ length: 1001 }, () => rule()))).toBe('MalformedXML')
  })
})
