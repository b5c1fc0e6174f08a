/** An account's id is its name everywhere. */
import { seedProblem } from '../seedProblem.ts'
import { repeated } from './repeated.ts'
import type { SeedRule } from './seedRule.ts'

export const accountsAreUnique: SeedRule = ({ accounts }) =>
  repeated(accounts.map(({ id }, i) => ({ name: id, path: `accounts[${i}].id` }))).map(
    ({ name, path, first }) => seedProblem(path, 'duplicateAccount', { id: name, first }),
  )
