import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeUserCode, readUserCode } from '#identity-center/clients/userCode.ts'
import { seededIds } from '#kernel/ids/seededIds.ts'

describe('a user code', () => {
  test('is eight consonants that spell no word, in two halves', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(makeUserCode(seededIds(seed))).toMatch(
          /^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/,
        )
      }),
    )
  })

  test('favours no letter', () => {
    const ids = seededIds('letters')
    const counts = new Map<string, number>()
    for (let i = 0; i < 2_000; i++)
      for (const letter of makeUserCode(ids).replace('-', ''))
        counts.set(letter, (counts.get(letter) ?? 0) + 1)
    expect(counts.size).toBe(20)
    for (const count of counts.values()) expect(Math.abs(count - 800)).toBeLessThan(150)
  })

  test('is read as people type it', () => {
    for (const typed of ['BCDF-GHJK', 'bcdfghjk', ' bcdf ghjk ', 'b c d f - g h j k'])
      expect(readUserCode(typed)).toBe('BCDF-GHJK')
  })

  test('is nothing else', () => {
    for (const typed of [
      '',
      'BCDF-GHJ',
      'BCDF-GHJKL',
      'AEIO-UAEI',
      'BCDF-GH1K',
      'BCDF/GHJK',
      'x'.repeat(999),
    ])
      expect(readUserCode(typed)).toBeUndefined()
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(readUserCode(typed) ?? 'BCDF-GHJK').toMatch(/^[B-Z]{4}-[B-Z]{4}$/)
      }),
    )
  })
})
