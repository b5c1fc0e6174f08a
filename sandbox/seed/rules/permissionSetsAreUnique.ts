/** Assignments name their permission set. */
import { seedProblem } from '../seedProblem.ts'
import { repeated } from './repeated.ts'
import type { SeedRule } from './seedRule.ts'

export const permissionSetsAreUnique: SeedRule = ({ identityCenter }) =>
  repeated(
    (identityCenter?.permissionSets ?? []).map(({ name }, i) => ({
      name,
      path: `identityCenter.permissionSets[${i}].name`,
    })),
  ).map(({ name, path, first }) => seedProblem(path, 'duplicatePermissionSet', { name, first }))
