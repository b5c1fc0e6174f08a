/** Hop 11: "may they?" IAM weighs every layer of policies and answers a decision that it signs. */
import type { Decision, LayerFinding } from '#kernel/hops/decision.ts'
import type { HopEvent } from '#kernel/trace/recording.ts'
import { codeOfHop, hopAbout, lastCall, statusOfHop } from '#scenarios/engine/found.ts'
import type { HopCheck } from '#scenarios/engine/scenario.ts'
import { check, type HopDefinition } from '#scenarios/engine/steps.ts'
import type { World } from '../world.ts'

export const mayThey: HopDefinition<World> = {
  n: 11,
  post: [6, 7],
  from: 's3',
  to: 'iam',
  operation: 'authorize',
  find: (exchanges) => {
    const call = lastCall(exchanges, 's3', 'CreateBucket')
    const hop = call && hopAbout(call, 'authorization.authorize')
    if (!hop) return undefined
    const decision = (hop.answer as { decisions: Decision[] } | undefined)?.decisions[0]
    return {
      status: statusOfHop(hop),
      code: decision?.decision === 'Deny' ? 'AccessDenied' : codeOfHop(hop),
      checks: decision ? checksOf(decision, hop) : [],
      at: hop.at,
      exchanges: [hop.exchange],
    }
  },
}

/** Layers that never grant: they cap what others grant. */
const caps = ['scp', 'rcp', 'boundary', 'session']

function checksOf(decision: Decision, hop: HopEvent): HopCheck[] {
  const { action, resource, layers } = decision
  const denied = layers.some(({ verdict }) => verdict === 'explicitDeny')
  return [
    check('noExplicitDeny', !denied, { action, resource }),
    ...layers.filter(({ layer }) => caps.includes(layer)).map(capCheck),
    ...grantCheck(decision),
    vouchedFor(hop),
  ]
}

const capCheck = ({ layer, verdict }: LayerFinding): HopCheck =>
  verdict === 'notApplicable'
    ? check('capAbsent', true, { layer })
    : check('capAllows', verdict === 'allow', { layer })

function grantCheck({ decision, layers }: Decision): HopCheck[] {
  const granting = layers.find(({ layer, verdict }) => !caps.includes(layer) && verdict === 'allow')
  const policy = granting?.policies.find(({ statements }) =>
    statements.some(({ effect, matched }) => effect === 'Allow' && matched),
  )
  return [
    check('granted', decision === 'Allow' && policy, {
      policy: policy?.name ?? '-',
      layer: granting?.layer ?? 'identity',
    }),
  ]
}

/** On the wire the answer is a JWS of its owner, for this asker and this request; a function call brings the owner's own object. */
function vouchedFor({ carrier, to, outcome, wire, bound }: HopEvent): HopCheck {
  if (carrier === 'local') return check('decisionFromOwner', outcome === 'answered', { issuer: to })
  const [, payload = ''] = String(wire?.['jws'] ?? '').split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString() || '{}')
  return check(
    'decisionSigned',
    claims.iss === 'iam' && claims.aud === 's3' && claims.bound === bound,
    { issuer: to },
  )
}
