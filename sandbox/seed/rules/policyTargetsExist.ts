/** An organization policy hangs on the root, a unit or an account of the organization. */
import { seedProblem } from '../seedProblem.ts'
import { organizationTree } from './organizationTree.ts'
import { repeated } from './repeated.ts'
import type { SeedRule } from './seedRule.ts'
import { unknownName } from './unknownName.ts'

export const policyTargetsExist: SeedRule = ({ organization }) => {
  if (!organization) return []
  const { policies = [], managementAccountId } = organization
  const { units, accounts } = organizationTree(organization)
  const known = ['root', managementAccountId, ...[...units, ...accounts].map(({ name }) => name)]
  const at = (i: number) => `organization.policies[${i}]`
  const targets = policies.flatMap((policy, i) =>
    policy.targets.map((name, j) => ({ name, path: `${at(i)}.targets[${j}]` })),
  )
  const names = policies.map(({ name }, i) => ({ name, path: `${at(i)}.name` }))
  return [
    ...targets.flatMap((target) => unknownName('noTarget', target, known)),
    ...repeated(names).map(({ name, path, first }) =>
      seedProblem(path, 'duplicatePolicy', { name, first }),
    ),
  ]
}
