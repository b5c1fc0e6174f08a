import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { csrfKey, csrfToken, isCsrfToken } from '#idp/csrf.ts'
import { company } from './company.ts'

describe('a form token', () => {
  const key = randomBytes(32)
  const token = csrfToken(key, 'nonce')

  test('fits its nonce', () => {
    expect(isCsrfToken(key, 'nonce', token)).toBe(true)
  })

  test.each([
    ['another nonce', 'other', token],
    ['no nonce', undefined, token],
    ['an empty nonce', '', csrfToken(key, '')],
    ['no token', 'nonce', ''],
    ['the nonce for a token', 'nonce', 'nonce'],
    ['a longer token', 'nonce', `${token}x`],
    ['a token by another key', 'nonce', csrfToken(randomBytes(32), 'nonce')],
  ])('does not fit %s', (_what, nonce, given) => {
    expect(isCsrfToken(key, nonce, given)).toBe(false)
  })

  test('has one key for all who share the store, however many ask first', async () => {
    const { store, ids } = await company()
    const keys = await Promise.all(Array.from({ length: 5 }, () => csrfKey(store, ids)))
    expect(new Set(keys.map((each) => each.toString('hex'))).size).toBe(1)
    expect(keys[0]).toHaveLength(32)
  })
})
