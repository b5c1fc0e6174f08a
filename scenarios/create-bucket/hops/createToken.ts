/** Hop 6: the CLI redeems its device code, once, for an access token. */
import { codeOf, lastCall } from '#scenarios/engine/found.ts'
import { check, type HopDefinition } from '#scenarios/engine/steps.ts'
import { clientName } from '../ssoOidc.ts'
import type { World } from '../world.ts'

export const createToken: HopDefinition<World> = {
  n: 6,
  post: [1],
  from: 'cli',
  to: 'identity-center',
  operation: 'CreateToken',
  find: (exchanges, { device }) => {
    const call = lastCall(exchanges, 'identity-center', 'CreateToken')
    if (!call) return undefined
    const issued = call.finding('access-token')
    return {
      status: call.response?.status ?? null,
      code: codeOf(call),
      checks: [
        check('clientSecretMatches', call.finding('client')['clientName'] === clientName),
        check('deviceApproved', call.finding('device-code')['decision'] === 'allowed'),
        check('codeUsedOnce', issued['expiresAt']),
        check('pollingInterval', codeOf(call) !== 'SlowDownException', {
          seconds: device?.interval ?? 0,
        }),
      ],
      expiresAt: (issued['expiresAt'] as string | undefined) ?? null,
      at: call.request.at,
      exchanges: [call.exchange],
    }
  },
}
