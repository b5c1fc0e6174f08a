/** The profile that AWS_PROFILE names: the first that fits `--account` and `--role`. */
import { text } from '#i18n/text.ts'
import { EnvironmentError } from '../environmentError.ts'
import type { Texts } from '../texts.ts'
import { UsageError } from '../usageError.ts'
import { listed } from './listed.ts'
import { isRoleProfile, type Profile } from './profile.ts'

export interface ProfileChoice {
  readonly account?: string | undefined
  readonly role?: string | undefined
}

export function chooseProfile(
  profiles: readonly Profile[],
  choice: ProfileChoice,
  { cli }: Texts,
): Profile {
  if (profiles.length === 0) throw new EnvironmentError(cli.environment.noProfiles)
  const chosen = profiles.find((profile) => fits(profile, choice))
  if (chosen) return chosen
  const asked = [
    ...(choice.account === undefined ? [] : [`--account ${choice.account}`]),
    ...(choice.role === undefined ? [] : [`--role ${choice.role}`]),
  ].join(' ')
  throw new UsageError(text(cli.usage.noProfile, { asked, known: listed(profiles.map(told)) }))
}

function fits(profile: Profile, { account, role }: ProfileChoice): boolean {
  if (account !== undefined && profile.accountId !== account) return false
  return role === undefined || (isRoleProfile(profile) && profile.permissionSet === role)
}

const told = (profile: Profile): string =>
  isRoleProfile(profile) ? `${profile.accountId} ${profile.permissionSet}` : profile.accountId
