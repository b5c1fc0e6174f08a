/**
 * SCPs and RCPs: the request must get past the root, every OU and the account. Within one level any
 * Allow lets it past; a level without an Allow, or without a policy, lets nothing past.
 */
import type { LayerFinding } from '#kernel/hops/decision.ts'
import { evaluatePolicy, type PolicyResult } from '../evaluatePolicy.ts'
import type { GuardrailLevel } from '../evaluationInput.ts'
import type { EvaluationRequest } from '../evaluationRequest.ts'
import { hasMatch, type LayerResult } from './layer.ts'

export function guardrailLevels(
  layer: 'scp' | 'rcp',
  levels: readonly GuardrailLevel[],
  request: EvaluationRequest,
): LayerResult {
  const policies: PolicyResult[] = []
  let blockedAt: string | undefined
  for (const level of levels) {
    const own = resultsAt(level, layer, request)
    if (!hasMatch(own, 'Allow')) blockedAt ??= level.level
    policies.push(...own)
  }
  return { layer, verdict: verdict(policies, blockedAt), policies, blockedAt }
}

function resultsAt(
  { level, policies }: GuardrailLevel,
  layer: 'scp' | 'rcp',
  request: EvaluationRequest,
): PolicyResult[] {
  return policies.map((document) => evaluatePolicy(document, layer, request, level))
}

function verdict(
  policies: readonly PolicyResult[],
  blockedAt: string | undefined,
): LayerFinding['verdict'] {
  if (hasMatch(policies, 'Deny')) return 'explicitDeny'
  return blockedAt === undefined ? 'allow' : 'implicitDeny'
}
