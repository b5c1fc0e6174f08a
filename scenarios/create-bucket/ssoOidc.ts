/** The command-line client's side of the sign-in: AWS's own SDK, told where the sandbox is. */
import { SSOOIDCClient } from '@aws-sdk/client-sso-oidc'
import type { World } from './world.ts'

export const ssoOidc = ({ sandbox, cast }: World): SSOOIDCClient =>
  new SSOOIDCClient({
    endpoint: sandbox.endpoints['identity-center'] ?? '',
    region: cast.region,
    maxAttempts: 1,
  })

/** What the real CLI calls itself. */
export const clientName = 'botocore-client-hopscope'
export const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code'
