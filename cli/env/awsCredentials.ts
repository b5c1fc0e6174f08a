/** `.aws/credentials` of a sandbox: the keys of profiles that have one. Roles have none before a person signs in. */
import { mark } from './mark.ts'
import { isRoleProfile, type Profile } from './profile.ts'

export function awsCredentials(profiles: readonly Profile[]): string {
  const sections = profiles.flatMap((profile) =>
    isRoleProfile(profile)
      ? []
      : [
          '',
          `[${profile.name}]`,
          `aws_access_key_id = ${profile.key.accessKeyId}`,
          `aws_secret_access_key = ${profile.key.secretAccessKey}`,
        ],
  )
  return `${[mark, ...sections].join('\n')}\n`
}
