/** The SDK's own credential provider trades the access token for credentials of the role. */
import { fromSSO } from '@aws-sdk/credential-providers'
import { startUrlOf } from '../startUrl.ts'
import { brought, type World } from '../world.ts'

export async function credentials(world: World): Promise<void> {
  const { sandbox, home, cast } = world
  brought(world.accessToken, 'access token')
  const provider = fromSSO({
    ssoStartUrl: startUrlOf(world),
    ssoAccountId: cast.accountId,
    ssoRegion: cast.region,
    ssoRoleName: cast.permissionSet,
    clientConfig: { endpoint: sandbox.endpoints['identity-center'] ?? '', maxAttempts: 1 },
  })
  const got = await home.within(() => provider())
  world.credentials = {
    accessKeyId: got.accessKeyId,
    secretAccessKey: got.secretAccessKey,
    sessionToken: got.sessionToken!,
    expiration: got.expiration!,
  }
}
