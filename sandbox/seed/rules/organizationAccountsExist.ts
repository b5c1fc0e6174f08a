/** Every account of the organization is one of the seed's, and hangs in one place of the tree. */
import { seedProblem } from '../seedProblem.ts'
import { organizationTree } from './organizationTree.ts'
import { repeated } from './repeated.ts'
import type { SeedRule } from './seedRule.ts'
import { unknownName } from './unknownName.ts'

export const organizationAccountsExist: SeedRule = ({ accounts, organization }) => {
  if (!organization) return []
  const known = accounts.map(({ id }) => id)
  const management = {
    name: organization.managementAccountId,
    path: 'organization.managementAccountId',
  }
  const placed = organizationTree(organization).accounts
  return [
    ...[management, ...placed].flatMap((account) => unknownName('noAccount', account, known)),
    ...repeated(placed).map(({ name, path, first }) =>
      seedProblem(path, 'placedTwice', { id: name, first }),
    ),
  ]
}
