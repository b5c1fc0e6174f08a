import { expect, test } from 'vitest'
import { sessionDuration } from '#identity-center/sessionDuration.ts'

test.each([
  ['PT1H', 3_600],
  ['PT12H', 43_200],
  ['PT1H30M', 5_400],
  ['PT90M', 5_400],
  ['PT3600S', 3_600],
  ['P0DT2H', 7_200],
])('%s is %i seconds', (text, seconds) => {
  expect(sessionDuration(text)).toBe(seconds)
})

test.each(['', 'PT', 'PT0H', '1H', 'PT1X', 'P1D', 'P1DT1H'])('%j is none', (text) => {
  expect(() => sessionDuration(text)).toThrow('INVARIANT')
})
