/** The CLI registers itself, asks for a device code, and asks once whether it is approved already, as `aws sso login` does. */
import {
  AuthorizationPendingException,
  CreateTokenCommand,
  RegisterClientCommand,
  StartDeviceAuthorizationCommand,
} from '@aws-sdk/client-sso-oidc'
import { clientName, deviceGrant, ssoOidc } from '../ssoOidc.ts'
import { startUrlOf } from '../startUrl.ts'
import type { World } from '../world.ts'

export async function start(world: World): Promise<void> {
  const oidc = ssoOidc(world)
  const registered = await oidc.send(
    new RegisterClientCommand({ clientName, clientType: 'public', scopes: ['sso:account:access'] }),
  )
  world.client = { clientId: registered.clientId!, clientSecret: registered.clientSecret! }
  const device = await oidc.send(
    new StartDeviceAuthorizationCommand({ ...world.client, startUrl: startUrlOf(world) }),
  )
  world.device = {
    deviceCode: device.deviceCode!,
    userCode: device.userCode!,
    verificationUriComplete: device.verificationUriComplete!,
    interval: device.interval ?? 5,
    expiresIn: device.expiresIn ?? 600,
  }
  await askedTooEarly(() =>
    oidc.send(
      new CreateTokenCommand({
        ...world.client!,
        grantType: deviceGrant,
        deviceCode: world.device!.deviceCode,
      }),
    ),
  )
}

/** Nobody has approved anything yet: a token now would be a defect. */
async function askedTooEarly(ask: () => Promise<unknown>): Promise<void> {
  try {
    await ask()
  } catch (error) {
    if (error instanceof AuthorizationPendingException) return
    throw error
  }
  throw new Error('a token was issued before anybody approved the device code')
}
