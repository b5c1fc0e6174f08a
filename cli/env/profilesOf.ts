/** The profiles of a sandbox: one a role that is assigned, and the development key; or what one person may enter. */
import { nearest } from '#i18n/nearest.ts'
import { text } from '#i18n/text.ts'
import type { ClientProfiles, PortalDirectory } from '#sandbox/clientProfiles.ts'
import type { Texts } from '../texts.ts'
import { UsageError } from '../usageError.ts'
import { listed } from './listed.ts'
import type { KeyProfile, Profile, RoleProfile } from './profile.ts'
import { profileNames } from './profileNames.ts'

export function profilesOf(
  { directory, admin }: ClientProfiles,
  user: string | undefined,
  texts: Texts,
): readonly Profile[] {
  const all = roleProfiles(directory)
  if (user === undefined) return [...all.map(({ profile }) => profile), ...keyProfile(admin)]
  const name = knownUser(user, directory, texts)
  const own = all.filter(({ users }) => users.includes(name)).map(({ profile }) => profile)
  if (own.length > 0) return own
  throw new UsageError(text(texts.cli.usage.userWithoutRoles, { user: name }))
}

/** Names are those that everybody has, so that a profile is called the same with and without `--user`. */
function roleProfiles(
  directory: PortalDirectory | undefined,
): { readonly profile: RoleProfile; readonly users: readonly string[] }[] {
  const roles = directory?.roles ?? []
  const names = profileNames(roles)
  return roles.map(({ users, ...role }, index) => ({
    profile: { ...role, name: names[index]! },
    users,
  }))
}

/** What a value in a configuration file can hold: a key with blanks or control characters would be read as another. */
const isWritable = /^[\x21-\x7e]+$/

function keyProfile(admin: ClientProfiles['admin']): KeyProfile[] {
  if (!admin) return []
  const { accountId, accessKeyId, secretAccessKey } = admin
  if (!isWritable.test(accessKeyId) || !isWritable.test(secretAccessKey)) return []
  return [{ name: 'admin', accountId, key: admin }]
}

/** User names are unique without regard to case. */
function knownUser(user: string, directory: PortalDirectory | undefined, { cli }: Texts): string {
  const users = directory?.users ?? []
  const found = users.find((name) => name.toLowerCase() === user.toLowerCase())
  if (found !== undefined) return found
  if (users.length === 0) throw new UsageError(text(cli.usage.noPeople, { user }))
  const near = nearest(user, users)
  throw new UsageError(
    near === undefined
      ? text(cli.usage.unknownUser, { user, known: listed(users) })
      : text(cli.usage.unknownUserNear, { user, near }),
  )
}
