/** The identity store's user names are unique, whatever the case: the assertion's NameID leads to one user. */
import { seedProblem } from '../seedProblem.ts'
import { ignoringCase, repeated } from './repeated.ts'
import type { SeedRule } from './seedRule.ts'

export const peopleAreUnique: SeedRule = ({ workforce }) =>
  repeated(
    (workforce?.users ?? []).map(({ userName }, i) => ({
      name: userName,
      path: `workforce.users[${i}].userName`,
    })),
    ignoringCase,
  ).map(({ name, path, first }) => seedProblem(path, 'duplicatePerson', { name, first }))
