import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directoryIn } from '#identity-center/index.ts'
import { createSandboxClock } from '#kernel/clock/sandboxClock.ts'
import { createMemoryStore } from '#kernel/store/memoryStore.ts'
import { sandbox, workloads } from './seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const rolesOf = async () => (await directoryIn(world.store))!.roles

describe('who may enter where', () => {
  test('is told by account and permission set, with everybody who may, by whatever assignment', async () => {
    const told = (await rolesOf()).map((role) => [role.accountId, role.permissionSet, role.users])
    expect(told).toEqual([
      [workloads, 'BucketCreator', ['ana@example.com', 'eva@example.com']],
      [workloads, 'ReadOnly', ['eva@example.com', 'luis@example.com']],
      [workloads, 'RoleReader', ['luis@example.com']],
      [sandbox, 'Broken', ['luis@example.com']],
      [sandbox, 'ReadOnly', ['ana@example.com', 'eva@example.com']],
    ])
  })

  test('knows people who may enter nowhere', async () => {
    const { users, roles } = (await directoryIn(world.store))!
    expect(users).toEqual([
      'ana@example.com',
      'eva@example.com',
      'luis@example.com',
      'nil@example.com',
    ])
    expect(roles.some(({ users: takers }) => takers.includes('nil@example.com'))).toBe(false)
  })

  test('leaves out whom an administrator has disabled, and keeps the role', async () => {
    await world.setEnabled('luis@example.com', false)
    const { users, roles } = (await directoryIn(world.store))!
    expect(users).not.toContain('luis@example.com')
    expect(roles.find(({ permissionSet }) => permissionSet === 'RoleReader')?.users).toEqual([])
    await world.setEnabled('luis@example.com', true)
  })

  test('is nothing where there is no Identity Center', async () => {
    const store = createMemoryStore({ clock: createSandboxClock() })
    expect(await directoryIn(store)).toBeUndefined()
    await store.close()
  })
})
