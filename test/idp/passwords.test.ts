import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPassword, hashPassword } from '#idp/passwords.ts'

const salt = () => randomBytes(16)

describe('a stored password', () => {
  test('is a hash with a salt of its own: equal passwords look different', async () => {
    const [one, two] = await Promise.all([
      hashPassword('hopscope', salt()),
      hashPassword('hopscope', salt()),
    ])
    expect(one.hash).not.toBe(two.hash)
    expect(JSON.stringify(one)).not.toContain('hopscope')
  })

  test.each([
    ['the same', 'hopscope', true],
    ['in other case', 'Hopscope', false],
    ['with a space behind', 'hopscope ', false],
    ['cut', 'hopscop', false],
    ['empty', '', false],
  ])('given %s: %s', async (_what, given, matches) => {
    const stored = await hashPassword('hopscope', salt())
    expect(await checkPassword(stored, given, salt())).toEqual({ matches })
  })

  test('of the seed is compared, and comes back as a hash whether it matched or not', async () => {
    const seeded = { kind: 'initial', plain: 'hopscope' } as const
    for (const given of ['hopscope', 'wrong']) {
      const { matches, rehashed } = await checkPassword(seeded, given, salt())
      expect(matches).toBe(given === 'hopscope')
      expect((await checkPassword(rehashed, 'hopscope', salt())).matches).toBe(true)
      expect((await checkPassword(rehashed, 'wrong', salt())).matches).toBe(false)
    }
  })

  test('that is not there matches nothing, not even an empty password', async () => {
    expect(await checkPassword(undefined, '', salt())).toEqual({ matches: false })
    expect(await checkPassword(undefined, 'hopscope', salt())).toEqual({ matches: false })
  })

  test('matches itself and no other, whatever characters it has', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        async (one, other) => {
          const stored = await hashPassword(one, salt())
          expect((await checkPassword(stored, one, salt())).matches).toBe(true)
          expect((await checkPassword(stored, other, salt())).matches).toBe(one === other)
        },
      ),
      { numRuns: 2 },
    )
  })
})
