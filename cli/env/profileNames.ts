/** `workloads-BucketCreator`: a name for each role that all clients can read, and no two alike. */
import type { PortalRole } from '#sandbox/clientProfiles.ts'

/** In the order of `roles`. */
export function profileNames(roles: readonly PortalRole[]): string[] {
  const short = roles.map((role) => nameOf(readable(role.accountName) || role.accountId, role))
  const long = roles.map((role, index) =>
    isAlone(short, index)
      ? short[index]!
      : nameOf(readable(`${role.accountName}-${role.accountId}`), role),
  )
  return numbered(long)
}

/** What the SDKs' readers of section headers have in common: no blanks, quotes, brackets, commas or `=`. */
const nameOf = (account: string, { permissionSet }: PortalRole): string =>
  `${account}-${readable(permissionSet)}`

const readable = (part: string): string => part.replace(/[^\w.@+]+/g, '-').replace(/^-|-$/g, '')

const isAlone = (names: readonly string[], index: number): boolean =>
  names.indexOf(names[index]!) === names.lastIndexOf(names[index]!)

/** Still alike where only signs differ that were left out: `A,B` and `A=B`. */
function numbered(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let free = name
    for (let count = 2; taken.has(free); count++) free = `${name}-${count}`
    taken.add(free)
    return free
  })
}
