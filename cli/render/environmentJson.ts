/** `env --json`: the environment for programs that are no shell. It names the key's profile, not the key. */
import type { Environment } from '../env/environmentOf.ts'
import { isRoleProfile, type Profile } from '../env/profile.ts'

export interface Told {
  readonly home: string
  readonly profile: Profile
  readonly profiles: readonly Profile[]
  readonly environment: Environment
}

export function environmentJson({ home, profile, profiles, environment }: Told): string {
  const { set, unset } = environment
  return JSON.stringify({ home, profile: profile.name, profiles: profiles.map(entry), set, unset })
}

function entry(profile: Profile): object {
  const { name, accountId } = profile
  if (!isRoleProfile(profile)) return { name, accountId }
  const { accountName, permissionSet } = profile
  return { name, accountId, accountName, permissionSet }
}
