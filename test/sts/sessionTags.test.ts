import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AwsError } from '#kernel/errors/awsError.ts'
import { packedPolicySize } from '#sts/packedPolicySize.ts'
import {
  inheritedTags,
  isTagged,
  requestedTags,
  sessionTags,
  tagContext,
} from '#sts/sessionTags.ts'

const key = fc.stringMatching(/^[A-Za-z0-9_.:/=+@-]{1,12}$/)
const tags = fc.uniqueArray(fc.record({ Key: key, Value: fc.string({ maxLength: 12 }) }), {
  maxLength: 12,
  selector: ({ Key }) => Key.toLowerCase(),
})

const record = (list: readonly { Key: string; Value: string }[]) =>
  Object.fromEntries(list.map(({ Key, Value }) => [Key, Value]))

const lower = (given: Readonly<Record<string, string>>) =>
  Object.keys(given).map((each) => each.toLowerCase())

describe('session tags', () => {
  test('of the request win over inherited ones, and those over the tags of the role; keys ignore case', () => {
    fc.assert(
      fc.property(tags, tags, (requested, own) => {
        const made = sessionTags(requestedTags(requested), inheritedTags({ tags: {} }), record(own))
        const keys = lower(made.tags)
        expect(new Set(keys).size).toBe(keys.length)
        expect(new Set(keys)).toEqual(new Set([...lower(record(requested)), ...lower(record(own))]))
        for (const { Key, Value } of requested) expect(made.tags[Key]).toBe(Value)
      }),
    )
  })

  test('are handed on where they are transitive, all of them and no others', () => {
    fc.assert(
      fc.property(tags, fc.func(fc.boolean()), (given, isTransitive) => {
        const keys = given.filter(({ Key }) => isTransitive(Key)).map(({ Key }) => Key)
        const first = sessionTags(requestedTags(given, keys), inheritedTags({ tags: {} }), {})
        const session = { transitiveTagKeys: first.transitiveTagKeys } as never
        const inherited = inheritedTags({ tags: first.tags, session })
        expect(new Set(lower(inherited.tags))).toEqual(
          new Set(keys.map((each) => each.toLowerCase())),
        )
        expect(isTagged(requestedTags([]), inherited)).toBe(keys.length > 0)
        const second = sessionTags(requestedTags([]), inherited, {})
        expect(second.transitiveTagKeys).toEqual(first.transitiveTagKeys)
      }),
    )
  })

  test('of odd names are tags like others', () => {
    const odd = requestedTags([
      { Key: '__proto__', Value: 'a' },
      { Key: 'constructor', Value: 'b' },
    ])
    const made = sessionTags(odd, inheritedTags({ tags: {} }), {})
    expect(Object.entries(made.tags)).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ])
    expect(tagContext(odd)).toMatchObject({ 'aws:RequestTag/__proto__': ['a'] })
  })
})

describe('the packed size', () => {
  test('is not told where nothing was passed', () => {
    expect(packedPolicySize({ policyArns: [], tags: {} })).toBeUndefined()
  })

  test('is a percentage that never lets pass what is over', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 4_000 }), tags, (policy, given) => {
        try {
          const percent = packedPolicySize({ policy, policyArns: [], tags: record(given) })
          expect(percent).toBeGreaterThan(0)
          expect(percent).toBeLessThanOrEqual(100)
          expect(policy.length).toBeLessThanOrEqual(2_048)
        } catch (error) {
          expect(error).toBeInstanceOf(AwsError)
          expect((error as AwsError).code).toBe('PackedPolicyTooLarge')
        }
      }),
    )
  })
})
