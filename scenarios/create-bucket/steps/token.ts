/** The CLI asks again, after the interval it was told, and gets its access token. */
import { CreateTokenCommand } from '@aws-sdk/client-sso-oidc'
import { deviceGrant, ssoOidc } from '../ssoOidc.ts'
import { startUrlOf } from '../startUrl.ts'
import { brought, type World } from '../world.ts'

export async function token(world: World): Promise<void> {
  const { sandbox, home, cast } = world
  const device = brought(world.device, 'device code')
  await sandbox.clock.advance(device.interval * 1000)
  const issued = await ssoOidc(world).send(
    new CreateTokenCommand({
      ...brought(world.client, 'registered client'),
      grantType: deviceGrant,
      deviceCode: device.deviceCode,
    }),
  )
  world.accessToken = { value: issued.accessToken!, expiresIn: issued.expiresIn! }
  await home.keepToken({
    startUrl: startUrlOf(world),
    region: cast.region,
    accessToken: issued.accessToken!,
    expiresAt: new Date(sandbox.clock.now() + issued.expiresIn! * 1000).toISOString(),
  })
}
