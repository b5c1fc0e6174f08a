import { expect, test } from 'vitest'
import { systemScheduler } from '#kernel/clock/scheduler.ts'

test('runs a task once, later, unless it is called off', async () => {
  const ran: string[] = []
  systemScheduler.after(0, () => void ran.push('kept'))
  const callOff = systemScheduler.after(0, () => void ran.push('called off'))
  callOff()
  expect(ran).toEqual([])
  await new Promise((resolve) => setTimeout(resolve, 10))
  expect(ran).toEqual(['kept'])
})
