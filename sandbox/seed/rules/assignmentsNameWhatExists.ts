/** An assignment joins an account, a permission set, and either a group or a user: all of the seed. */
import type { Seed, SeedAssignment } from '../seed.ts'
import { type SeedProblem, seedProblem } from '../seedProblem.ts'
import type { SeedRule } from './seedRule.ts'
import { unknownName } from './unknownName.ts'

export const assignmentsNameWhatExists: SeedRule = (seed) => {
  const known = namesOf(seed)
  return (seed.identityCenter?.assignments ?? []).flatMap((assignment, i) =>
    check(assignment, `identityCenter.assignments[${i}]`, known),
  )
}

interface KnownNames {
  readonly accounts: readonly string[]
  readonly permissionSets: readonly string[]
  readonly groups: readonly string[]
  readonly people: readonly string[]
}

function namesOf({ accounts, identityCenter, workforce }: Seed): KnownNames {
  const people = workforce?.users ?? []
  return {
    accounts: accounts.map(({ id }) => id),
    permissionSets: (identityCenter?.permissionSets ?? []).map(({ name }) => name),
    groups: [...new Set(people.flatMap(({ groups = [] }) => groups))],
    people: people.map(({ userName }) => userName),
  }
}

function check(assignment: SeedAssignment, at: string, known: KnownNames): SeedProblem[] {
  const { account, permissionSet, group, user } = assignment
  return [
    ...unknownName('noAccount', { name: account, path: `${at}.account` }, known.accounts),
    ...unknownName(
      'noPermissionSet',
      { name: permissionSet, path: `${at}.permissionSet` },
      known.permissionSets,
    ),
    ...((group === undefined) === (user === undefined) ? [seedProblem(at, 'groupOrUser', {})] : []),
    ...(group === undefined
      ? []
      : unknownName('noGroup', { name: group, path: `${at}.group` }, known.groups)),
    ...(user === undefined
      ? []
      : unknownName('noPerson', { name: user, path: `${at}.user` }, known.people)),
  ]
}
