/** Hop 8: Identity Center gives STS its word on the person, signed, and gets credentials of the reserved role. */
import { codeOf, hopAbout, lastCall } from '#scenarios/engine/found.ts'
import { check, type HopDefinition } from '#scenarios/engine/steps.ts'
import type { World } from '../world.ts'

export const assumeRoleWithSAML: HopDefinition<World> = {
  n: 8,
  post: [4],
  from: 'identity-center',
  to: 'sts',
  operation: 'AssumeRoleWithSAML',
  find: (exchanges) => {
    const call = lastCall(exchanges, 'sts', 'AssumeRoleWithSAML')
    if (!call) return undefined
    const assertion = call.finding('saml')
    const principal = String(call.finding('sigv4')['principal'] ?? '-')
    const session = call.finding('session')
    const role = hopAbout(call, 'roles.roleToAssume')?.answer as
      | { maxSessionDuration: number }
      | undefined
    const trusted = hopAbout(call, 'authorization.authorize')?.answer as Decisions | undefined
    const seconds = Number(session['duration'] ?? 0)
    const maximum = role?.maxSessionDuration ?? 0
    return {
      status: call.response?.status ?? null,
      code: codeOf(call),
      checks: [
        check('assertionKeyKnown', assertion['evidence'], {
          provider: String(assertion['provider']),
        }),
        check('callerMayUseReservedRole', principal === 'sso.amazonaws.com', { principal }),
        check(
          'trustPolicyAllows',
          trusted?.decisions.every(({ decision }) => decision === 'Allow'),
          {
            role: String(session['role']),
          },
        ),
        check('durationWithin', seconds >= 900 && seconds <= maximum, { seconds, maximum }),
      ],
      expiresAt: (session['expires'] as string | undefined) ?? null,
      at: call.request.at,
      exchanges: [call.exchange],
    }
  },
}

interface Decisions {
  readonly decisions: readonly { readonly decision: string }[]
}
