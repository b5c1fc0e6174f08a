/** A person who is signed in asks for a role in an account that nobody gave them. */
import type { Seed } from '#sandbox/seed/seed.ts'
import { isAccepted } from '#scenarios/engine/answer.ts'
import type { Attack } from '#scenarios/engine/attack.ts'
import { AttackDoesNotFit } from '#scenarios/engine/attackDoesNotFit.ts'
import { changedParts } from '#scenarios/engine/changedParts.ts'
import { condition } from '#scenarios/engine/condition.ts'
import { castOf } from '../cast.ts'
import { roleCredentialsRequest } from '../requests/roleCredentialsRequest.ts'
import { brought, type World } from '../world.ts'
import { playUpTo } from './playUpTo.ts'

export const notAssigned: Attack<World> = {
  id: 'not-assigned',
  hop: 7,
  party: 'identity-center',
  expects: { outcome: 'refused', status: 403, code: 'ForbiddenException' },
  patch: (seed) => {
    if (foreignAccount(seed) === undefined) throw new AttackDoesNotFit('not-assigned', 'noAccount')
    return {}
  },
  act: async ({ world, seed, send, attacked }) => {
    await playUpTo('credentials', world)
    const own = roleCredentialsRequest(world, world.cast)
    const unaltered = await send(own)
    const accountId = brought(foreignAccount(seed), 'account without assignment')
    const foreign = roleCredentialsRequest(world, { ...world.cast, accountId })
    return {
      ...(await attacked(() => send(foreign))),
      others: { unaltered },
      changed: changedParts(own, foreign),
    }
  },
  conditions: ({ others: { unaltered } }) => [condition('ownRoleAccepted', isAccepted(unaltered))],
}

/** The last account of the seed in which nobody has the permission set. */
function foreignAccount(seed: Seed): string | undefined {
  const { permissionSet } = castOf(seed)
  const assigned = (seed.identityCenter?.assignments ?? [])
    .filter((each) => each.permissionSet === permissionSet)
    .map(({ account }) => account)
  return seed.accounts.findLast(({ id }) => !assigned.includes(id))?.id
}
