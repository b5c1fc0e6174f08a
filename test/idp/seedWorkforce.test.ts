import { describe, expect, test } from 'vitest'
import { seedWorkforce } from '#idp/index.ts'
import { scope, users } from '#idp/state.ts'
import { company } from './company.ts'

describe('the people of the seed', () => {
  test('become users who may sign in', async () => {
    const { store } = await company()
    expect((await store.get(users, scope, 'ana@example.com'))?.value).toEqual({
      userName: 'ana@example.com',
      givenName: 'Ana',
      familyName: 'Ruiz',
      password: { kind: 'initial', plain: 'hopscope' },
      totpSecret: undefined,
      groups: ['builders'],
      enabled: true,
    })
  })

  test('are refused with the same name twice, capitals or not', async () => {
    const { store } = await company()
    const twin = { userName: 'ANA@example.com', password: 'x' }
    await expect(store.write([''], (tx) => seedWorkforce(tx, [twin]))).rejects.toThrow()
  })

  test('are refused with a secret that no authenticator app could take', async () => {
    const { store } = await company()
    const person = { userName: 'new@example.com', password: 'x', totpSecret: 'not base32!' }
    await expect(store.write([''], (tx) => seedWorkforce(tx, [person]))).rejects.toThrow('base32')
  })
})
