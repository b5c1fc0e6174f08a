/** Hop 7: the CLI shows its access token and asks for credentials of a role; an assignment must stand behind it. */
import { codeOf, lastCall } from '#scenarios/engine/found.ts'
import { check, type HopDefinition } from '#scenarios/engine/steps.ts'
import type { World } from '../world.ts'

export const getRoleCredentials: HopDefinition<World> = {
  n: 7,
  post: [3],
  from: 'cli',
  to: 'identity-center',
  operation: 'GetRoleCredentials',
  find: (exchanges, { cast, credentials }) => {
    const call = lastCall(exchanges, 'identity-center', 'GetRoleCredentials')
    if (!call) return undefined
    const token = call.finding('access-token')
    const grant = call.finding('assignment')
    const { userName } = cast.person
    return {
      status: call.response?.status ?? null,
      code: codeOf(call),
      checks: [
        check(
          'bearerAlive',
          after(token['expiresAt'], call.request.at) && token['user'] === userName,
        ),
        check('portalSessionAlive', after(token['sessionEndsAt'], call.request.at)),
        check('assigned', grant['account'] === cast.accountId, {
          userName,
          permissionSet: cast.permissionSet,
          account: cast.accountId,
          through: String(grant['through'] ?? '-'),
        }),
      ],
      expiresAt: credentials?.expiration.toISOString() ?? null,
      at: call.request.at,
      exchanges: [call.exchange],
    }
  },
}

const after = (instant: unknown, now: number): boolean => Date.parse(String(instant)) > now
