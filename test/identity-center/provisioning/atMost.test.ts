import { expect, test } from 'vitest'
import { atMost } from '#identity-center/provisioning/atMost.ts'

test('so many tasks run at one time, the others in the order in which they came', async () => {
  const limit = atMost(2)
  const began: number[] = []
  let running = 0
  let most = 0
  const task = (name: number) =>
    limit(async () => {
      began.push(name)
      most = Math.max(most, ++running)
      await new Promise((resolve) => setImmediate(resolve))
      running--
      return name
    })
  expect(await Promise.all([1, 2, 3, 4, 5].map(task))).toEqual([1, 2, 3, 4, 5])
  expect(began).toEqual([1, 2, 3, 4, 5])
  expect(most).toBe(2)
})

test('a task that fails gives its place back', async () => {
  const limit = atMost(1)
  await expect(limit(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await limit(async () => 'next')).toBe('next')
})
