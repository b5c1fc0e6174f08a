/**
 * `.aws/config` of a sandbox (AWS SDKs and Tools Reference Guide, "Shared config and credentials files"). Every profile
 * names its endpoints twice: each API that is served at its own address, and the gateway for all others, which refuses
 * what it does not have. So no request is sent to AWS by mistake.
 */
import type { ApiEndpoint, ClientProfiles } from '#sandbox/clientProfiles.ts'
import { homeRegion } from './homeRegion.ts'
import { mark } from './mark.ts'
import { isRoleProfile, type Profile } from './profile.ts'

/** Of the sso-session and the services section. */
const sectionName = 'hopscope'

export function awsConfig(profiles: readonly Profile[], sandbox: ClientProfiles): string {
  const sections = [
    ssoSession(sandbox),
    ...profiles.map((profile) => profileSection(profile, sandbox)),
    services(sandbox.apis),
  ].filter((lines) => lines.length > 0)
  return [[mark], ...sections].map((lines) => `${lines.join('\n')}\n`).join('\n')
}

/**
 * The start URL is a name that nobody opens: version 2 of the AWS CLI, from 2.35.13 on, takes none but https
 * addresses of AWS's own hosts, and sends them to Identity Center to say which directory is meant.
 */
function ssoSession({ directory }: ClientProfiles): string[] {
  if (!directory) return []
  return [
    `[sso-session ${sectionName}]`,
    `sso_start_url = ${directory.startUrl}`,
    `sso_region = ${directory.region}`,
    'sso_registration_scopes = sso:account:access',
  ]
}

function profileSection(profile: Profile, sandbox: ClientProfiles): string[] {
  return [
    `[profile ${profile.name}]`,
    ...(isRoleProfile(profile)
      ? [
          `sso_session = ${sectionName}`,
          `sso_account_id = ${profile.accountId}`,
          `sso_role_name = ${profile.permissionSet}`,
        ]
      : []),
    `region = ${homeRegion(sandbox)}`,
    `services = ${sectionName}`,
    `endpoint_url = ${sandbox.endpoint}`,
  ]
}

function services(apis: readonly ApiEndpoint[]): string[] {
  const entries = apis.flatMap(({ name, endpoint }) => [
    `${serviceKey(name)} =`,
    `  endpoint_url = ${endpoint}`,
  ])
  return [`[services ${sectionName}]`, ...entries]
}

/** The SDKs' id of the service in lower snake case: `sso_oidc`; of one it is not the name of the model. */
const serviceKey = (name: string): string =>
  name === 's3control' ? 's3_control' : name.replaceAll('-', '_')
