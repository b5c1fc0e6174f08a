/** Somebody overheard the assertion with which Identity Center takes a role, and brings it to STS themselves. */
import type { Attack, Attempt, Stage } from '#scenarios/engine/attack.ts'
import { changedParts } from '#scenarios/engine/changedParts.ts'
import { condition } from '#scenarios/engine/condition.ts'
import { headerOf, type RawRequest, withHeader } from '#scenarios/engine/rawRequest.ts'
import { queryRequest } from '../requests/queryRequest.ts'
import { transported } from '../requests/transported.ts'
import { brought, type World } from '../world.ts'
import { playUpTo } from './playUpTo.ts'

export const outsiderOnReservedRole: Attack<World> = {
  id: 'outsider-on-reserved-role',
  hop: 8,
  party: 'sts',
  expects: { outcome: 'refused', status: 403, code: 'AccessDenied' },
  act: async ({ world, wiretap, send, attacked }) => {
    const overheard = overhear(wiretap)
    await playUpTo('credentials', world)
    const call = brought(overheard(), 'call of Identity Center to STS')
    const {
      Action,
      Version: _,
      ...parameters
    } = Object.fromEntries(new URLSearchParams(call.body.toString()))
    const own = withHeader(
      queryRequest(world, { service: 'sts', action: String(Action), parameters }),
      'user-agent',
      headerOf(call, 'user-agent'),
    )
    return { ...(await attacked(() => send(own))), changed: changedParts(call, own) }
  },
  conditions: (attempt) => [
    condition('identityCenterAccepted', callsOf(attempt)[0]?.response?.status === 200),
    condition('assertionWasGood', provedAgain(attempt)),
  ],
}

/** The last call of Identity Center to STS, as it went over the wire. */
function overhear(wiretap: Stage<World>['wiretap']): () => RawRequest | undefined {
  let heard: RawRequest | undefined
  wiretap.onCall = (call, send) => {
    const { url, method, path, body } = call
    const { 'user-agent': agent = '', ...headers } = call.headers
    const heardCall = transported({ to: url.origin, method, target: path, headers, body })
    if (body.includes('Action=AssumeRoleWithSAML'))
      heard = withHeader(heardCall, 'user-agent', agent)
    return send(call)
  }
  return () => heard
}

const callsOf = ({ exchanges }: Attempt) =>
  exchanges.filter(
    ({ request, operation }) => request.to === 'sts' && operation === 'AssumeRoleWithSAML',
  )

/** STS writes its finding of an assertion only once its signature, audience and times held. */
const provedAgain = (attempt: Attempt): boolean =>
  callsOf(attempt).length > 1 && callsOf(attempt).at(-1)?.finding('saml')['evidence'] !== undefined
