/** Before an attack the story itself, up to the step at which the attacker comes in. */
import { steps } from '../steps.ts'
import type { World } from '../world.ts'

export type StepId = 'start' | 'sign-in' | 'approve' | 'token' | 'credentials'

export async function playUpTo(last: StepId, world: World): Promise<void> {
  for (const { id, act } of steps) {
    world.signal?.throwIfAborted()
    await act(world)
    if (id === last) return
  }
}
