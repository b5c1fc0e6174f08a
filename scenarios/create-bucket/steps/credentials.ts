/** The SDK's own credential provider trades the access token for credentials of the role. */
import { SSOClient } from '@aws-sdk/client-sso'
import { fromSSO } from '@aws-sdk/credential-providers'
import { startUrlOf } from '../startUrl.ts'
import { brought, type World } from '../world.ts'

export async function credentials(world: World): Promise<void> {
  const { sandbox, home, cast } = world
  brought(world.accessToken, 'access token')
  const ssoClient = new SSOClient({
    endpoint: sandbox.endpoints['identity-center'] ?? '',
    region: cast.region,
    maxAttempts: 1,
  })
  const provider = fromSSO({
    ssoStartUrl: startUrlOf(world),
    ssoAccountId: cast.accountId,
    ssoRegion: cast.region,
    ssoRoleName: cast.permissionSet,
    ssoClient,
  })
  const got = await home.within(() => provider())
  world.credentials = {
    accessKeyId: got.accessKeyId,
    secretAccessKey: got.secretAccessKey,
    sessionToken: got.sessionToken!,
    expiration: got.expiration!,
  }
}
