/** Hop 1: the CLI registers and starts a device authorization; a token is refused as long as nobody has approved it. */
import { codeOf, lastCall } from '#scenarios/engine/found.ts'
import { check, type HopDefinition } from '#scenarios/engine/steps.ts'
import { clientName } from '../ssoOidc.ts'
import { startUrlOf } from '../startUrl.ts'
import type { World } from '../world.ts'

export const deviceAuthorization: HopDefinition<World> = {
  n: 1,
  post: [1],
  from: 'cli',
  to: 'identity-center',
  operation: 'StartDeviceAuthorization',
  find: (exchanges, world) => {
    const register = lastCall(exchanges, 'identity-center', 'RegisterClient')
    const started = lastCall(exchanges, 'identity-center', 'StartDeviceAuthorization')
    const early = exchanges.find(({ operation }) => operation === 'CreateToken')
    if (!register || !started) return undefined
    const status = started.response?.status ?? null
    const expiresIn = world.device?.expiresIn
    return {
      status,
      code: codeOf(started),
      checks: [
        check('clientRegistered', register.response?.status === 200 && world.client, {
          client: clientName,
        }),
        check('clientSecretMatches', started.finding('client')['clientName'] === clientName),
        check('startUrlIsOurs', status === 200, { startUrl: startUrlOf(world) }),
        check('pendingUntilApproved', early && codeOf(early) === 'AuthorizationPendingException'),
      ],
      expiresAt:
        expiresIn === undefined
          ? null
          : new Date(started.request.at + expiresIn * 1000).toISOString(),
      at: started.request.at,
      exchanges: [register, started, early].flatMap((each) => (each ? [each.exchange] : [])),
    }
  },
}
