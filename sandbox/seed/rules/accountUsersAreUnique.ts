/** IAM's user names are unique in their account, whatever the case. */
import { seedProblem } from '../seedProblem.ts'
import { ignoringCase, repeated } from './repeated.ts'
import type { SeedRule } from './seedRule.ts'

export const accountUsersAreUnique: SeedRule = ({ accounts }) =>
  accounts.flatMap(({ users = [] }, i) =>
    repeated(
      users.map(({ name }, j) => ({ name, path: `accounts[${i}].users[${j}].name` })),
      ignoringCase,
    ).map(({ name, path, first }) => seedProblem(path, 'duplicateUser', { name, first })),
  )
