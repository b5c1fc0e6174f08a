import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutTags, withTags } from '#iam/rules/changedTags.ts'

const key = fc.stringMatching(/^[a-cA-C]{1,2}$/)
const tags = fc.uniqueArray(fc.record({ Key: key, Value: fc.string({ maxLength: 3 }) }), {
  selector: ({ Key }) => Key.toLowerCase(),
})
const keysOf = (all: readonly { Key: string }[]) => all.map(({ Key }) => Key.toLowerCase())

describe('tags', () => {
  test('that are added stand as they were given, beside all others', () => {
    fc.assert(
      fc.property(tags, tags, (standing, added) => {
        const all = withTags(standing, added, 'TagsPerUser')
        expect(all).toEqual(expect.arrayContaining(added))
        expect(new Set(keysOf(all))).toEqual(new Set([...keysOf(standing), ...keysOf(added)]))
        expect(new Set(keysOf(all)).size).toBe(all.length)
      }),
    )
  })

  test('that are added twice are added once', () => {
    fc.assert(
      fc.property(tags, tags, (standing, added) => {
        const once = withTags(standing, added, 'TagsPerUser')
        expect(withTags(once, added, 'TagsPerUser')).toEqual(once)
      }),
    )
  })

  test('that are taken off are gone, in any case of their keys, and no others', () => {
    fc.assert(
      fc.property(tags, fc.array(key), (standing, keys) => {
        const gone = keys.map((each) => each.toLowerCase())
        const left = withoutTags(standing, keys)
        expect(left).toEqual(standing.filter(({ Key }) => !gone.includes(Key.toLowerCase())))
      }),
    )
  })
})
