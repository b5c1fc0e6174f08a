/** Out of a seed: the person who signs in, and the permission set and account in which the bucket is made. */
import type { Seed, SeedAssignment, SeedPerson } from '#sandbox/seed/seed.ts'

export interface Cast {
  readonly person: SeedPerson
  readonly accountId: string
  readonly permissionSet: string
  readonly region: string
  readonly bucket: string
}

/** A seed in which nobody has anything to sign in for cannot play this scenario. */
export class NobodyToSignIn extends Error {
  constructor() {
    super(
      'this scenario needs a person in workforce.users with an assignment in identityCenter.assignments',
    )
    this.name = 'NobodyToSignIn'
  }
}

/** The first assignment of the seed and the first person who has it and needs no one-time code. */
export function castOf(seed: Seed): Cast {
  const people = seed.workforce?.users ?? []
  const assignments = seed.identityCenter?.assignments ?? []
  for (const assignment of assignments) {
    const person = people.find((each) => each.totpSecret === undefined && has(each, assignment))
    if (person) return cast(seed, assignment, person)
  }
  throw new NobodyToSignIn()
}

const has = (person: SeedPerson, { user, group }: SeedAssignment): boolean =>
  user === person.userName || (group !== undefined && (person.groups ?? []).includes(group))

const cast = (seed: Seed, assignment: SeedAssignment, person: SeedPerson): Cast => ({
  person,
  accountId: assignment.account,
  permissionSet: assignment.permissionSet,
  region: seed.identityCenter?.region ?? 'us-east-1',
  bucket: `${person.userName
    .split('@')[0]!
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')}-first-bucket`,
})
