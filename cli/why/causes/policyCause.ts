/** IAM decided: the layer that denies, or that allows nothing, in one sentence; the rest is the decision itself. */
import type { Decision, LayerFinding } from '#kernel/hops/decision.ts'
import type { RefusedExchange } from '../refusedExchange.ts'
import { because, type Sentence } from '../sentence.ts'
import type { Cause } from '../why.ts'
import type { Refusal } from './reasonOf.ts'

export function policyCause(exchange: RefusedExchange, refusal: Refusal): Cause | undefined {
  const decision = decisionIn(exchange, refusal)
  if (!decision) return undefined
  return { kind: 'policy', because: [sentence(decision)], decision }
}

/** An advisory check that was denied ends nothing: the one that did is in the refusal, or was the last before it. */
function decisionIn(exchange: RefusedExchange, { stage, detail }: Refusal): Decision | undefined {
  const own = detail['decision'] as Decision | undefined
  if (own?.decision === 'Deny') return own
  if (stage !== 'authorise') return undefined
  const last = exchange.findings('policy').at(-1)?.['decision'] as Decision | undefined
  return last?.decision === 'Deny' ? last : undefined
}

function sentence(decision: Decision): Sentence {
  const { decidedBy, layers, action } = decision
  if (!decidedBy) return because('noIdentityPolicy', { principal: decision.principal, action })
  if (decidedBy.explicit) return explicitDeny(decidedBy, action)
  const finding = layers.find(({ layer }) => layer === decidedBy.layer)
  return finding ? implicitDeny(finding, decision) : noAllow(decision, '-')
}

type DecidedBy = NonNullable<Decision['decidedBy']>

function explicitDeny({ layer, policy = '-', level }: DecidedBy, action: string): Sentence {
  return level === undefined
    ? because('explicitDeny', { policy, layer, action })
    : because('explicitDenyAt', { policy, layer, level, action })
}

function implicitDeny({ layer, policies, verdict }: LayerFinding, decision: Decision): Sentence {
  const { action, resource, principal, decidedBy } = decision
  const names = policies.map(({ name }) => name).join(', ')
  switch (layer) {
    case 'scp':
    case 'rcp':
      return because('noGuardrail', { layer, level: decidedBy?.level ?? '-', action })
    case 'boundary':
    case 'session':
      return because('noAllowInCap', { layer, action, resource, policies: names || '-' })
    case 'identity':
      return policies.length === 0
        ? because('noIdentityPolicy', { principal, action })
        : noAllow(decision, names)
    case 'resource':
      return resourceDeny(decision, verdict)
  }
}

const noAllow = ({ action, resource }: Decision, policies: string): Sentence =>
  because('noIdentityAllow', { action, resource, policies })

function resourceDeny(decision: Decision, verdict: LayerFinding['verdict']): Sentence {
  const { action, resource, principal } = decision
  if (verdict === 'notApplicable') return because('noResourcePolicy', { resource })
  return action.toLowerCase().startsWith('sts:')
    ? because('noTrust', { resource, principal })
    : because('noResourceAllow', { resource, action, principal })
}
