/** What a shell must export and forget so that clients see one sandbox and nothing else. */
import { join } from 'node:path'
import type { ClientProfiles } from '#sandbox/clientProfiles.ts'
import { configFile, credentialsFile } from './awsFiles.ts'
import { homeRegion } from './homeRegion.ts'
import type { Profile } from './profile.ts'
import { proxyExceptions } from './proxyExceptions.ts'

export interface Environment {
  readonly set: Readonly<Record<string, string>>
  readonly unset: readonly string[]
}

export interface Exported {
  readonly home: string
  readonly state: string
  readonly profile: Profile
  readonly sandbox: ClientProfiles
  readonly env: Readonly<Record<string, string | undefined>>
}

export function environmentOf({ home, state, profile, sandbox, env }: Exported): Environment {
  const region = homeRegion(sandbox)
  return {
    set: {
      // The token cache and botocore's models have no variable of their own: they follow HOME.
      HOME: home,
      AWS_CONFIG_FILE: join(home, '.aws', configFile),
      AWS_SHARED_CREDENTIALS_FILE: join(home, '.aws', credentialsFile),
      AWS_PROFILE: profile.name,
      // Version 1 of the AWS CLI and boto3 read the second, the others the first.
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      AWS_ENDPOINT_URL: sandbox.endpoint,
      AWS_EC2_METADATA_DISABLED: 'true',
      HOPSCOPE_STATE: state,
      ...proxyExceptions(env),
    },
    unset: [...stronger, ...endpointsOfOne(env)],
  }
}

/** Each would win over what the profile says, or lead elsewhere. */
const stronger = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_SECURITY_TOKEN',
  'AWS_CREDENTIAL_EXPIRATION',
  'AWS_DEFAULT_PROFILE',
  'AWS_ROLE_ARN',
  'AWS_ROLE_SESSION_NAME',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
  'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS',
  'AWS_USE_FIPS_ENDPOINT',
  'AWS_USE_DUALSTACK_ENDPOINT',
  'AWS_LOGIN_CACHE_DIRECTORY',
  'AWS_DATA_PATH',
  'AWS_CA_BUNDLE',
]

/** AWS_ENDPOINT_URL_S3 and its like lead one service elsewhere. */
const endpointsOfOne = (env: Exported['env']): string[] =>
  Object.keys(env)
    .filter((name) => /^AWS_ENDPOINT_URL_\w+$/.test(name))
    .sort()
