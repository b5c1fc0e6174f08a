import { describe, expect, test } from 'vitest'
import { equalSignature } from '#kernel/sigv4/equalSignature.ts'

const RIGHT = 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41'

describe('two signatures', () => {
  test('are equal', () => {
    expect(equalSignature(RIGHT, RIGHT)).toBe(true)
  })

  test.each([
    ['one digit', RIGHT.replace('f', 'e')],
    ['case', RIGHT.toUpperCase()],
    ['length', RIGHT.slice(0, -1)],
    ['a blank', `${RIGHT} `],
    ['everything', ''],
    ['characters of the same length in another encoding', RIGHT.replace('f', 'ｆ')],
  ])('differ in %s', (_, given) => {
    expect(equalSignature(given, RIGHT)).toBe(false)
  })
})
