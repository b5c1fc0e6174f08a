import { expect, test } from 'vitest'
import { csrfToken, isCsrfToken } from '#identity-center/csrf.ts'

test('the token of a form is that of its session and of no other', () => {
  const token = csrfToken('session')
  expect(isCsrfToken('session', token)).toBe(true)
  for (const given of ['', 'x', token.slice(1), `${token}x`, csrfToken('other'), 'session'])
    expect(isCsrfToken('session', given)).toBe(false)
})

test('the token does not tell the session', () => {
  expect(csrfToken('session')).not.toContain('session')
})
