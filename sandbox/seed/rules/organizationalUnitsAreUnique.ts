/** Policies name their targets, so a unit's name must say which unit, and `root` is taken. */
import { seedProblem } from '../seedProblem.ts'
import { organizationTree } from './organizationTree.ts'
import { repeated } from './repeated.ts'
import type { SeedRule } from './seedRule.ts'

export const organizationalUnitsAreUnique: SeedRule = ({ organization }) => {
  if (!organization) return []
  const { units } = organizationTree(organization)
  return [
    ...units
      .filter(({ name }) => name === 'root')
      .map(({ path }) => seedProblem(path, 'reservedOu', {})),
    ...repeated(units).map(({ name, path, first }) =>
      seedProblem(path, 'duplicateOu', { name, first }),
    ),
  ]
}
