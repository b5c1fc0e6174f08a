/** The permission set that this scenario's person takes, as the seed has it. */
import type { Seed, SeedPermissionSet } from '#sandbox/seed/seed.ts'
import { castOf } from '../cast.ts'

export function permissionSetOf(seed: Seed): SeedPermissionSet {
  const { permissionSet } = castOf(seed)
  const sets = seed.identityCenter?.permissionSets ?? []
  return sets.find(({ name }) => name === permissionSet) ?? { name: permissionSet }
}
