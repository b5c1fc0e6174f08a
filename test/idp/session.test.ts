import { describe, expect, test } from 'vitest'
import { endSession, openSession, sessionOf } from '#idp/session.ts'
import { scope, users } from '#idp/state.ts'
import { company } from './company.ts'

async function opened() {
  const deps = await company()
  const { store, clock, ids } = deps
  const { token } = await store.write([''], (tx) =>
    openSession(tx, { user: 'ana@example.com', mfa: false, now: clock.now(), ids }),
  )
  return { ...deps, token }
}

describe('a session', () => {
  test('is found by its token and by nothing else', async () => {
    const { store, token } = await opened()
    expect(await sessionOf(store, token)).toMatchObject({ user: { userName: 'ana@example.com' } })
    for (const other of [undefined, '', `${token}x`, token.toLowerCase()])
      expect(await sessionOf(store, other)).toBeUndefined()
  })

  test('ends after eight hours by the sandbox’s clock', async () => {
    const { store, clock, token } = await opened()
    await clock.advance(8 * 3_600_000 - 1)
    expect(await sessionOf(store, token)).toBeDefined()
    await clock.advance(1)
    expect(await sessionOf(store, token)).toBeUndefined()
  })

  test('ends by sign-out', async () => {
    const { store, token } = await opened()
    await store.write([''], (tx) => endSession(tx, token))
    expect(await sessionOf(store, token)).toBeUndefined()
  })

  test('is worth nothing once its user is disabled or gone', async () => {
    const { store, token } = await opened()
    const { value } = (await store.get(users, scope, 'ana@example.com'))!
    const put = (enabled: boolean) =>
      store.write([''], (tx) => tx.put(users, scope, 'ana@example.com', { ...value, enabled }))
    await put(false)
    expect(await sessionOf(store, token)).toBeUndefined()
    await put(true)
    expect(await sessionOf(store, token)).toBeDefined()
    await store.write([''], (tx) => tx.delete(users, scope, 'ana@example.com'))
    expect(await sessionOf(store, token)).toBeUndefined()
  })
})
