import { describe, expect, test } from 'vitest'
import { settleAttempt, takeAttempt } from '#idp/rateLimit.ts'
import { company } from './company.ts'

const ana = { userName: 'ana@example.com', address: '127.0.0.1' }

async function counters() {
  const { store, clock } = await company()
  return {
    store,
    clock,
    take: (attempt = ana) => store.write([''], (tx) => takeAttempt(tx, attempt, clock.now())),
    settle: (settlement: 'refund' | 'forget', attempt = ana) =>
      store.write([''], (tx) => settleAttempt(tx, attempt, settlement, clock.now())),
  }
}

describe('attempts to sign in', () => {
  test('are allowed five times for a user, then locked for thirty seconds by the sandbox’s clock', async () => {
    const { take, clock } = await counters()
    for (const triesLeft of [4, 3, 2, 1, 0])
      expect(await take()).toEqual({ allowed: true, triesLeft })
    expect(await take()).toEqual({ allowed: false, retryAfterMs: 30_000 })
    await clock.advance(29_999)
    expect(await take()).toEqual({ allowed: false, retryAfterMs: 1 })
    await clock.advance(1)
    expect(await take()).toEqual({ allowed: true, triesLeft: 4 })
  })

  test('while locked do not make the lock longer', async () => {
    const { take, clock } = await counters()
    for (let i = 0; i < 5; i++) await take()
    await clock.advance(10_000)
    for (let i = 0; i < 20; i++) await take()
    expect(await take()).toEqual({ allowed: false, retryAfterMs: 20_000 })
  })

  test('at the same time are counted one by one', async () => {
    const { take } = await counters()
    const permits = await Promise.all(Array.from({ length: 100 }, () => take()))
    expect(permits.filter((permit) => permit.allowed)).toHaveLength(5)
  })

  test('of one user from many addresses are counted together', async () => {
    const { take } = await counters()
    for (let i = 0; i < 5; i++) await take({ ...ana, address: `10.0.0.${i}` })
    expect(await take({ ...ana, address: '10.0.0.9' })).toMatchObject({ allowed: false })
  })

  test('from one address for many users are locked after fifty', async () => {
    const { take } = await counters()
    for (let i = 0; i < 50; i++)
      expect(await take({ ...ana, userName: `user${i}` })).toMatchObject({ allowed: true })
    expect(await take({ ...ana, userName: 'one more' })).toMatchObject({ allowed: false })
    expect(await take({ userName: 'one more', address: '10.0.0.1' })).toMatchObject({
      allowed: true,
    })
  })

  test('that were right are forgotten, and given back to the address', async () => {
    const { take, settle } = await counters()
    for (let i = 0; i < 200; i++) {
      expect(await take()).toMatchObject({ allowed: true, triesLeft: 4 })
      await settle('forget')
    }
  })

  test('that were half right are given back, but what failed before stays', async () => {
    const { take, settle } = await counters()
    await take()
    await take()
    await settle('refund')
    expect(await take()).toEqual({ allowed: true, triesLeft: 3 })
  })

  test('are forgotten a quarter of an hour after the last one', async () => {
    const { take, clock } = await counters()
    for (let i = 0; i < 4; i++) await take()
    await clock.advance(15 * 60_000)
    expect(await take()).toEqual({ allowed: true, triesLeft: 4 })
  })

  test('leave no name in the store: people type passwords into the wrong field', async () => {
    const { take, store } = await counters()
    await take({ ...ana, userName: 'my secret password' })
    expect(JSON.stringify([...store.dump()])).not.toContain('my secret password')
  })
})
