/** GetRoleCredentials as raw bytes: the access token opens it, nothing is signed. */
import type { RawRequest } from '#scenarios/engine/rawRequest.ts'
import { brought, type World } from '../world.ts'
import { transported } from './transported.ts'

export interface WantedRole {
  readonly accountId: string
  readonly permissionSet: string
}

export function roleCredentialsRequest(
  { sandbox, accessToken }: World,
  { accountId, permissionSet }: WantedRole,
): RawRequest {
  const to = brought(sandbox.endpoints['identity-center'], 'address of Identity Center')
  const query = new URLSearchParams({ account_id: accountId, role_name: permissionSet })
  return transported({
    to,
    method: 'GET',
    target: `/federation/credentials?${query}`,
    headers: {
      host: new URL(to).host,
      'x-amz-sso_bearer_token': brought(accessToken, 'access token').value,
    },
    body: Buffer.alloc(0),
  })
}
