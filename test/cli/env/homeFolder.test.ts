import { dirname } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { homeFolder } from '#cli/env/homeFolder.ts'

test('the home of a person lies beside that of everybody, whatever they are called', () => {
  expect(homeFolder('/state', 4566, undefined)).toBe('/state/homes/4566')
  expect(homeFolder('/state', 4566, '../x')).toBe('/state/homes/4566-..%2Fx')
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 40 }), (user) => {
      expect(dirname(homeFolder('/state', 1, user))).toBe('/state/homes')
    }),
  )
})
